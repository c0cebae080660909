import {z} from 'zod';
import {ApiError} from '../http/api-error.js';
import {describeSession} from '../identity/describe-session.js';
import {RefusedError} from '../identity/identity.js';
import type {Identity} from '../identity/identity.js';
import type {Log} from '../log.js';
import type {Metrics} from '../metrics.js';
import type {Permissions} from '../permissions.js';
import {STATUSES} from '../presence/presence.js';
import type {Presence} from '../presence/presence.js';
import {safeParse} from '../safe-parse.js';
import {parseAddress} from './connection-id.js';
import type {Directory} from './directory.js';
import type {Limiters} from './limiters.js';
import {offerFrame, parseOffer, parseParcel, senderOf} from './offer.js';
import type {Offer, Parcel} from './offer.js';
import type {RelayObserver} from './relay-observer.js';
import type {Session} from './session.js';

export interface RelayParts {
  readonly identity: Identity;
  readonly directory: Directory;
  readonly presence: Presence;
  readonly permissions: Pick<Permissions, 'mayCall'>;
  readonly limiters: Limiters;
  readonly observers: readonly RelayObserver[];
  readonly metrics: Metrics;
  readonly log: Log;
}

/** Why a ring was not let through, which its sender is told. */
type Objection = 'not-permitted' | 'rings';
/** Why a message went nowhere; counted. */
type DropReason = 'rate' | 'form' | 'address' | 'waiting' | Objection;

const Announcement = z.object({status: z.enum(STATUSES), inCall: z.boolean()});

const codeOf = (error: unknown): string =>
  error instanceof RefusedError || error instanceof ApiError ? error.code : 'token-invalid';

/** Decides what becomes of each message of a connection. */
export const createRelay = (parts: RelayParts) => {
  const {identity, directory, presence, permissions, limiters, observers, metrics, log} = parts;
  const drop = (reason: DropReason): void => metrics.count('signalling_dropped_total', {reason});
  const failed = (error: unknown): void => {
    // JSON may be nested so deep that it can be read but not written.
    if (error instanceof RangeError) drop('form');
    else log.error({error}, 'A message could not be passed on.');
  };

  const renew = async (session: Session, token: string): Promise<object> => {
    try {
      const user = await identity.verify(token);
      if (user.id !== session.user.id) return {refused: 'token-subject'};
      session.renew(user);
      return {session: describeSession(user)};
    } catch (error) {
      return {refused: codeOf(error)};
    }
  };

  /** A message to oneself comes back, so that a page knows that its line carries; it may bring news of the page. */
  const echo = async (session: Session, offer: Offer): Promise<void> => {
    const {token, presence: announcement, ...rest} = offer.metadata;
    const announced = safeParse(Announcement, announcement)?.data;
    if (announced) presence.announced(session.user.id, session.id, announced);
    const renewed = typeof token === 'string' ? await renew(session, token) : {};
    session.send(offerFrame(session.id, offer, {...rest, session: undefined, refused: undefined, ...renewed}));
  };

  /**
   * Whoever has rung, or was written to, may go on about that call, so that it can always be ended. What is about a call
   * that nobody knows counts as a ring: the call may have begun before this server did.
   */
  const objectionTo = async ({user, calls}: Session, to: string, {call, type}: Parcel['message']): Promise<Objection | undefined> => {
    if (type !== 'ring' && (to === user.id || calls.has(to, call))) return undefined;
    if (!(await calls.isWithin(to, call, () => limiters.call(user.id)))) return 'rings';
    if (!(await permissions.mayCall(user, to))) return 'not-permitted';
    calls.add(to, call);
    return undefined;
  };

  const observe = (session: Session, to: string, message: unknown): void => {
    for (const observer of observers) {
      try {
        observer({sender: session.user, to, message});
      } catch (error) {
        failed(error);
      }
    }
  };

  const receive = async (session: Session, raw: unknown): Promise<void> => {
    if ((await session.allowance) !== 'granted') return drop('rate');
    const offer = parseOffer(raw);
    if (!offer) return drop('form');
    if (offer.dst === session.id) return echo(session, offer);
    const to = parseAddress(offer.dst);
    if (!to) return drop('address');
    const parcel = parseParcel(offer.metadata);
    if (!parcel) return drop('form');

    const pass = (objection: Objection | undefined): void => {
      if (objection) {
        if (parcel.message.type === 'ring') session.tellRefused(parcel.message.call, objection);
        return drop(objection);
      }
      const metadata = {...parcel, sender: senderOf(session.user)};
      const text = JSON.stringify(offerFrame(session.id, offer, metadata));
      directory.deliver(to, {text, from: session.user.id, call: parcel.message.call}, session.id);
      metrics.count('signalling_relayed_total');
      observe(session, to.user, parcel.message);
    };
    const waits = session.order.add(objectionTo(session, to.user, parcel.message), pass, failed);
    if (!waits) drop('waiting');
  };
  return (session: Session, raw: unknown): void => void receive(session, raw).catch(failed);
};
