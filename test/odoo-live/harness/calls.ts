import {randomUUID} from 'node:crypto';
import type {Guest, Member} from './world.js';

type Caller = Pick<Member | Guest, 'visitor'>;

export interface Started {
  readonly call_id: string;
  readonly session_id: number;
  readonly channel_id: number;
  readonly caller: string;
  readonly callee: string;
  readonly status: string;
  readonly created_ms: number;
  readonly server_ms: number;
  readonly timestamp: string;
  readonly ring_timeout_s: number;
  readonly reachable: boolean;
}

export interface Answered {
  readonly success: boolean;
  readonly status: string;
  readonly end_reason?: string;
}

export interface Signal {
  readonly signal_type: string;
  readonly signal_data: unknown;
  readonly to_client_id?: string;
}

/** A page's id: in the tests, a person has one page unless it is said otherwise. */
export const newDevice = (): string => randomUUID();

export interface StartOptions {
  readonly device?: string;
  readonly call?: string;
  readonly media?: string;
}

export const start = async (
  {visitor}: Caller,
  callee: string,
  {device = newDevice(), call = randomUUID(), media = 'video'}: StartOptions = {},
): Promise<Started> =>
  (await visitor.rpc('/mobile_webrtc/start', {callee, call_type: media, client_id: device, call_id: call})) as Started;

export const signal = async ({visitor}: Caller, call: string, device: string, ...signals: readonly Signal[]): Promise<Answered> =>
  (await visitor.rpc('/mobile_webrtc/signal', {call_id: call, client_id: device, signals})) as Answered;

export const end = async ({visitor}: Caller, call: string, device: string, reason = 'hung-up'): Promise<Answered> =>
  (await visitor.rpc('/mobile_webrtc/end', {call_id: call, client_id: device, reason})) as Answered;

export const ping = async ({visitor}: Caller, call: string, device: string): Promise<{ended: readonly string[]}> =>
  (await visitor.rpc('/mobile_webrtc/ping', {call_ids: [call], client_id: device})) as {ended: readonly string[]};

export interface Hello {
  readonly server_ms: number;
  readonly me: {readonly id: string; readonly name: string; readonly avatar_url: string};
  readonly policy: Readonly<Record<string, unknown>>;
  readonly calls: readonly Started[];
  readonly version: string;
}

export const hello = async ({visitor}: Caller): Promise<Hello> => (await visitor.rpc('/mobile_webrtc/hello')) as Hello;

/** A description that nobody else has: what is found of it anywhere was leaked there. */
export const offer = (): Signal & {readonly mark: string} => {
  const mark = randomUUID();
  return {signal_type: 'offer', signal_data: {type: 'offer', sdp: `v=0\r\no=- ${mark} 2 IN IP4 192.0.2.7\r\ns=-\r\nt=0 0\r\n`}, mark};
};

export const candidate = (number: number): Signal => ({
  signal_type: 'ice_candidate',
  signal_data: {candidate: `candidate:${number} 1 udp 2113937151 192.0.2.7 50000 typ host`, sdpMid: '0', sdpMLineIndex: 0},
});

/** What the library's pages say to each other, as the server sees it: a word, and an envelope that it does not open. */
export const says = (type: 'ringing' | 'accept' | 'end' | 'message', call: string): Signal => ({
  signal_type: type,
  signal_data: {v: 1, call, seq: 1, ack: 0, type, body: {}},
});
