import {randomUUID} from 'node:crypto';
import {after, before} from 'node:test';
import {Ear} from './ear.js';
import {liveSettings} from './live-settings.js';
import {Visitor} from './visitor.js';
import type {Identity} from './visitor.js';

/** Somebody with an account of their own, made for one test file. */
export interface Member extends Identity {
  readonly login: string;
  readonly password: string;
  /** `partner:8`. */
  readonly id: string;
  readonly visitor: Visitor;
  readonly ear: Ear;
}

/** Somebody who came by a channel's link. */
export interface Guest {
  /** `guest:5`. */
  readonly id: string;
  readonly name: string;
  readonly visitor: Visitor;
  readonly ear: Ear;
}

const groupOf = {internal: 'base.group_user', portal: 'base.group_portal', system: 'base.group_system'} as const;

const firstId = (store: unknown): number => {
  const [channel] = (store as {'discuss.channel': readonly {id: number}[]})['discuss.channel'];
  if (!channel) throw new Error('Odoo made no channel.');
  return channel.id;
};

/** Makes people and channels at the live server, and removes them again. */
export class World {
  readonly settings = liveSettings();
  readonly admin = new Visitor(this.settings.url, this.settings.database);
  readonly #run = randomUUID().slice(0, 8);
  readonly #users: number[] = [];
  readonly #channels: number[] = [];
  readonly #ears: Ear[] = [];

  async open(): Promise<void> {
    await this.admin.login(this.settings.admin, this.settings.password);
  }

  /** A new account, logged in, with a page's subscription to the bus. */
  async member(name: string, {kind = 'internal'}: {kind?: keyof typeof groupOf} = {}): Promise<Member> {
    const login = `${name.toLowerCase()}-${this.#run}-${this.#users.length}`;
    const password = randomUUID();
    const group = await this.#reference(groupOf[kind]);
    const account = {name, login, password, email: `${login}@example.com`, groups_id: [[6, 0, [group]]]};
    const [uid] = (await this.admin.call('res.users', 'create', [[account]], {context: {no_reset_password: true}})) as [number];
    this.#users.push(uid);
    const visitor = this.stranger();
    const identity = await visitor.login(login, password);
    return {...identity, login, password, visitor, id: `partner:${identity.partner}`, ear: await this.ear(visitor)};
  }

  /** Nobody in particular: no account, no cookies. */
  stranger = (): Visitor => new Visitor(this.settings.url, this.settings.database);

  async ear(visitor: Visitor, channels: readonly string[] = []): Promise<Ear> {
    const ear = await Ear.open(visitor, channels);
    this.#ears.push(ear);
    return ear;
  }

  /** The chat of two people. Returns the channel's id. */
  async chat({visitor}: Member, other: Member): Promise<number> {
    return this.#keep(firstId(await visitor.call('discuss.channel', 'channel_get', [[other.partner]])));
  }

  async group({visitor}: Member, ...others: readonly Member[]): Promise<number> {
    const partners = others.map(({partner}) => partner);
    return this.#keep(firstId(await visitor.call('discuss.channel', 'create_group', [partners], {name: 'a group'})));
  }

  /** A channel that every internal user may read, and join. */
  async channel({visitor}: Member, ...others: readonly Member[]): Promise<number> {
    const everybody = await this.#reference(groupOf.internal);
    const channel = this.#keep(firstId(await visitor.call('discuss.channel', 'channel_create', ['a channel', everybody])));
    await visitor.call('discuss.channel', 'add_members', [[channel]], {partner_ids: others.map(({partner}) => partner)});
    return channel;
  }

  /** A guest comes by the group's link. */
  async guest(channel: number): Promise<Guest> {
    const [{uuid}] = (await this.admin.call('discuss.channel', 'read', [[channel], ['uuid']])) as [{uuid: string}];
    const visitor = this.stranger();
    await visitor.visit(`/chat/${channel}/${uuid}`);
    const id = `guest:${/^\d+/.exec(decodeURIComponent(visitor.cookieNamed('dgid')))?.[0]}`;
    return {id, name: 'Guest', visitor, ear: await this.ear(visitor)};
  }

  async #reference(xmlId: string): Promise<number> {
    const [module, name] = xmlId.split('.');
    const where = [['module', '=', module], ['name', '=', name]];
    const [found] = (await this.admin.call('ir.model.data', 'search_read', [where, ['res_id']])) as [{res_id: number}];
    return found.res_id;
  }

  #keep(channel: number): number {
    this.#channels.push(channel);
    return channel;
  }

  async close(): Promise<void> {
    for (const ear of this.#ears) ear.close();
    const channels = await this.admin.call('discuss.channel', 'search', [[['id', 'in', this.#channels]]]);
    await this.admin.call('discuss.channel', 'unlink', [channels]);
    const users = await this.admin.call('res.users', 'search', [[['id', 'in', this.#users]]]);
    await this.admin.call('res.users', 'unlink', [users]);
  }
}

/** One for the tests of a file. */
export const createWorld = (): World => {
  const world = new World();
  before(() => world.open());
  after(() => world.close());
  return world;
};
