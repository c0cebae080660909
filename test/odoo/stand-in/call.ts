import type {Channel, Person} from './people.js';

/** One call as the server keeps it: who, since when, how it stands; nothing of what is said. */
export interface Call {
  readonly id: string;
  readonly session: number;
  readonly channel: Channel;
  readonly caller: Person;
  /** Undefined when an app calls. */
  readonly client: string | undefined;
  readonly callee: string;
  readonly media: 'audio' | 'video';
  readonly createdAt: number;
  readonly declined: Set<Person>;
  status: 'initiating' | 'ringing' | 'connecting' | 'connected' | 'ended';
  accepted: {readonly by: Person; readonly client: string | undefined} | undefined;
  endReason: string | undefined;
  pingedAt: number | undefined;
}

export const calleesOf = ({channel, caller}: Call): readonly Person[] => [...channel.members].filter((person) => person !== caller);

const UUID_4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export const isCallId = (value: unknown): value is string => typeof value === 'string' && UUID_4.test(value);

/** `webrtc_call_invitation`. */
export const invitationOf = (call: Call, ringTimeout: number): object => ({
  call_id: call.id,
  session_id: call.session,
  channel_id: call.channel.id,
  caller_id: call.caller.uid ?? false,
  caller_name: call.caller.name,
  call_type: call.media,
  timestamp: `${new Date(call.createdAt).toISOString().slice(0, 19)}Z`,
  caller: call.caller.id,
  caller_avatar_url: `/web/image/res.partner/${call.caller.id.split(':')[1]}/avatar_128`,
  client_id: call.client ?? false,
  callee: call.callee,
  status: call.status,
  created_ms: call.createdAt,
  server_ms: Date.now(),
  ring_timeout_s: ringTimeout,
  accepted_client_id: call.accepted?.client ?? false,
  accepted_by: call.accepted?.by.id ?? false,
});
