import {fieldsOf, objectField} from '../../protocol/fields.js';
import type {Fields} from '../../protocol/fields.js';
import type {EndReason} from '../../types/end-reason.js';
import type {Heard, Invitation} from './read-payloads.js';

/** The two sides of a call as the core knows them: the other one may be a channel, where the server names a person. */
export interface Sides {
  readonly self: string;
  readonly other: string;
}

/** What the core hears when the server says that somebody calls. */
export const ringFor = ({call, media, name, avatar}: Invitation, {self, other}: Sides, endpoint: string, now: number): object => ({
  v: 1,
  call,
  from: {user: other, endpoint},
  to: {user: self},
  seq: 0,
  ack: 0,
  type: 'ring',
  body: {media, name, avatar, sentAt: now},
});

/** What it hears when the server says that it is over; `to` one endpoint, or to all. */
export const endFor = (call: string, reason: EndReason, {self, other}: Sides, endpoint: string, to: string | undefined): object => ({
  v: 1,
  call,
  from: {user: other, endpoint},
  to: {user: self, ...(to && {endpoint: to})},
  seq: 0,
  ack: 0,
  type: 'end',
  body: {reason},
});

/** A message of the other side's as it is for the core; undefined where it names another sender than the server does. */
export const inward = ({data, from, client}: Heard, {self, other}: Sides): Fields | undefined => {
  const envelope = fieldsOf(data);
  const [sender, to] = [objectField(envelope ?? {}, 'from'), objectField(envelope ?? {}, 'to')];
  if (!envelope || (sender && (sender['user'] !== from || sender['endpoint'] !== client))) return undefined;
  return {...envelope, ...(sender && {from: {...sender, user: other}}), ...(to && {to: {...to, user: self}})};
};

export const isDecline = ({type, body}: Fields): boolean => type === 'end' && fieldsOf(body)?.['reason'] === 'declined';
