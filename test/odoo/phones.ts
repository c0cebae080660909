import assert from 'node:assert/strict';
import {MobileApp} from '../../odoo/examples/mobile-app/src/mobile-app.js';
import type {AppOptions} from '../../odoo/examples/mobile-app/src/mobile-app.js';
import type {Measured} from '../../odoo/examples/mobile-app/src/peer.js';
import type {Colour} from '../../odoo/examples/mobile-app/src/picture.js';
import {until} from '../e2e/harness/until.js';
import type {StandInOdoo} from './stand-in/start-odoo.js';

export const RED: Colour = [200, 40, 40];
export const BLUE: Colour = [40, 40, 200];

/** Milliseconds in which a phone hears and sees. */
const PATIENCE = 20_000;

/** Phones of people of a stand-in, which are all closed in the end. */
export const createPhones = (odoo: StandInOdoo) => {
  const phones: MobileApp[] = [];
  return {
    login: async (login: string, options: AppOptions = {}): Promise<MobileApp> => {
      const phone = await MobileApp.login({url: odoo.url, database: 'lab', login, password: login}, options);
      phones.push(phone);
      return phone;
    },
    close: async (): Promise<void> => {
      await Promise.all(phones.splice(0).map((phone) => phone.close()));
    },
  };
};

export type Phones = ReturnType<typeof createPhones>;

/** A tone that went through a codec is a little beside. */
const isNear = (tone: number | undefined, wanted: number): boolean => Math.abs((tone ?? 0) - wanted) < 10;

const isLike = (colour: Colour | undefined, wanted: Colour): boolean =>
  colour !== undefined && colour.every((value, at) => Math.abs(value - (wanted[at] ?? 0)) < 40);

/** Waits until this comes in: a tone of so many hertz, and a moving picture of a colour. */
export const gets = async (name: string, measured: () => Measured | undefined, {tone, colour}: {readonly tone: number; readonly colour?: Colour}): Promise<void> => {
  await until(`${name} hears ${tone} Hz`, async () => isNear(measured()?.sound?.tone, tone), PATIENCE);
  if (!colour) return;
  await until(`${name} sees rgb(${colour.join(' ')})`, async () => isLike(measured()?.picture?.colour, colour), PATIENCE);
  await until(`${name} sees it move`, async () => (measured()?.picture?.framesPerSecond ?? 0) >= 5, PATIENCE);
  assert.ok((measured()?.picture?.firstFrameMs ?? Infinity) < PATIENCE);
};
