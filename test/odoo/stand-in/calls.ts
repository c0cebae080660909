import {randomUUID} from 'node:crypto';
import type {Bus} from './bus.js';
import {calleesOf, invitationOf, isCallId} from './call.js';
import type {Call} from './call.js';
import {accessError, userError} from './odoo-error.js';
import type {People, Person} from './people.js';

export interface Signal {
  readonly signal_type: string;
  readonly signal_data: unknown;
  readonly to_client_id?: string;
}

/** What the answer to signals says. */
export interface Verdict {
  readonly success: boolean;
  readonly status: Call['status'];
  readonly end_reason?: string;
}

const TYPES = ['offer', 'answer', 'ice_candidate', 'ringing', 'accept', 'end', 'message'];
/** By these a callee says no for all of their devices. */
const REFUSALS = ['declined', 'busy', 'hung-up'];
const MOST_SIGNALS = 50;
const LARGEST = 100_000;

/** The calls of the stand-in: begun, relayed and ended as the addon does it, in memory. */
export class Calls {
  readonly all = new Map<string, Call>();
  /** Seconds. */
  ringTimeout = 45;
  readonly #people: People;
  readonly #bus: Bus;
  #session = 21;

  constructor(people: People, bus: Bus) {
    [this.#people, this.#bus] = [people, bus];
  }

  start(caller: Person, callee: string, media: unknown, {id = randomUUID() as string, client}: {id?: string; client?: string | undefined}): Call {
    if (media !== 'audio' && media !== 'video') throw userError('A call is either audio or video.');
    const known = this.all.get(id);
    // Its answer was lost.
    if (known?.caller === caller && known.client === client) return known;
    if (known || !isCallId(id)) throw accessError();
    const channel = this.#people.channelFor(caller, callee);
    const call: Call = {
      id,
      session: this.#session++,
      channel,
      caller,
      client,
      callee,
      media,
      createdAt: Date.now(),
      declined: new Set(),
      status: 'initiating',
      accepted: undefined,
      endReason: undefined,
      pingedAt: undefined,
    };
    this.all.set(id, call);
    // Of two who call each other, the lower id is the one.
    const crossing = this.crossing(call);
    const loser = crossing && (crossing.id > id ? crossing : call);
    if (loser) [loser.status, loser.endReason] = ['ended', 'cancelled'];
    if (loser === call) return call;
    this.#bus.send(`discuss.channel_${channel.id}`, 'mail.record/insert', {'discuss.channel': [{id: channel.id, is_pinned: true}]});
    for (const person of channel.members) this.#bus.send(person.id, 'webrtc_call_invitation', invitationOf(call, this.ringTimeout));
    return call;
  }

  /** The unanswered call by which the other one calls the caller. */
  crossing({channel, caller}: Call): Call | undefined {
    const isCrossing = (other: Call): boolean => other.channel === channel && other.caller !== caller && (other.status === 'initiating' || other.status === 'ringing');
    return channel.members.size === 2 ? [...this.all.values()].find(isCrossing) : undefined;
  }

  /** A call that this person takes part in; for anybody else there is none. */
  find(person: Person, id: unknown): Call {
    const call = this.all.get(String(id));
    if (!call?.channel.members.has(person)) throw accessError();
    this.look(call);
    return call;
  }

  /** Those that ring here, or in which this person talks. */
  of(person: Person): readonly Call[] {
    const mine = [...this.all.values()].filter(({channel}) => channel.members.has(person));
    mine.forEach((call) => this.look(call));
    return mine.filter((call) => {
      const isMine = call.caller === person || !call.accepted || call.accepted.by === person;
      return call.status !== 'ended' && isMine && !call.declined.has(person);
    });
  }

  signal(person: Person, call: Call, client: string | undefined, signals: readonly Signal[]): Verdict {
    const isTooMuch = signals.length > MOST_SIGNALS || JSON.stringify(signals).length > LARGEST;
    if (isTooMuch || signals.some(({signal_type: type}) => !TYPES.includes(type))) throw userError('These signals cannot be sent.');
    for (const signal of signals) {
      const refusal = this.#refusal(person, call, client, signal.signal_type);
      if (refusal) return refusal;
      this.#relay(person, call, client, signal);
      if (signal.signal_type === 'end') this.end(person, call, client, reasonOf(signal.signal_data));
    }
    return verdict(call, true);
  }

  end(person: Person | undefined, call: Call, client: string | undefined, reason: string): Verdict {
    if (call.status === 'ended') return verdict(call, true);
    const payload = endedPayload(call, reason, person, client);
    const callees = calleesOf(call);
    if (person && person !== call.caller && !call.accepted) {
      // One page of theirs merely goes away.
      if (!REFUSALS.includes(reason)) return {success: true, status: call.status};
      call.declined.add(person);
      if (callees.some((callee) => !call.declined.has(callee))) {
        this.#bus.send(person.id, 'webrtc_call_ended', payload);
        return verdict(call, true);
      }
    }
    [call.status, call.endReason] = ['ended', reason];
    for (const member of call.channel.members) this.#bus.send(member.id, 'webrtc_call_ended', payload);
    return verdict(call, true);
  }

  ping(person: Person, id: unknown): boolean {
    const call = this.all.get(String(id));
    if (!call?.channel.members.has(person)) return false;
    this.look(call);
    call.pingedAt = Date.now();
    if (call.status === 'connecting' && call.caller === person) call.status = 'connected';
    return call.status !== 'ended';
  }

  /** Ends what should be over. */
  look(call: Call): void {
    const isRinging = call.status === 'initiating' || call.status === 'ringing';
    if (isRinging && Date.now() - call.createdAt > (this.ringTimeout + 5) * 1000) this.end(undefined, call, undefined, 'no-answer');
    if (call.pingedAt && Date.now() - call.pingedAt > 90_000) this.end(undefined, call, undefined, 'connection-failed');
  }

  /** Applies what a signal means; why it may not be relayed, if so. */
  #refusal(person: Person, call: Call, client: string | undefined, type: string): Verdict | undefined {
    if (call.status === 'ended') return type === 'end' ? verdict(call, true) : verdict(call, false, call.endReason);
    if (person === call.caller) return undefined;
    if (call.accepted && call.accepted.by !== person) return verdict(call, false, 'answered-elsewhere');
    if (type === 'ringing' && call.status === 'initiating') call.status = 'ringing';
    if (type !== 'accept' && type !== 'answer') return undefined;
    if (call.accepted) return call.accepted.client === client ? undefined : verdict(call, false, 'answered-elsewhere');
    [call.accepted, call.status] = [{by: person, client}, 'connecting'];
    const news = endedPayload(call, 'answered-elsewhere', person, client);
    for (const other of calleesOf(call)) if (other !== person) this.#bus.send(other.id, 'webrtc_call_ended', news);
    this.#bus.send(person.id, 'webrtc_call_answered', {...news, accepted_client_id: client ?? false});
    if (client) this.#bus.send(person.id, 'webrtc_call_ended', {...news, only_app: true});
    return undefined;
  }

  #relay(person: Person, call: Call, client: string | undefined, {signal_type, signal_data, to_client_id}: Signal): void {
    const callees = call.accepted ? [call.accepted.by] : calleesOf(call).filter((callee) => !call.declined.has(callee));
    const payload = {
      session_id: call.session,
      call_id: call.id,
      signal_type,
      signal_data,
      from_user_id: person.uid ?? false,
      from: person.id,
      from_client_id: client ?? false,
      to_client_id: to_client_id ?? false,
    };
    for (const other of person === call.caller ? callees : [call.caller]) this.#bus.send(other.id, 'webrtc_signaling', payload);
  }
}

/** `webrtc_call_ended`. */
const endedPayload = (call: Call, reason: string, by: Person | undefined, client: string | undefined): object => ({
  session_id: call.session,
  call_id: call.id,
  channel_id: call.channel.id,
  reason,
  by: by?.id ?? false,
  from_client_id: client ?? false,
});

const verdict = ({status, endReason}: Call, success: boolean, reason = endReason): Verdict => ({success, status, ...(reason !== undefined && {end_reason: reason})});

const reasonOf = (envelope: unknown): string => (envelope as {body?: {reason?: string}} | undefined)?.body?.reason ?? 'hung-up';
