import type {Call} from './call.js';
import {accessError, notFound, OdooError} from './odoo-error.js';
import type {World} from './mobile-routes.js';
import type {Person} from './people.js';

export type Keywords = Readonly<Record<string, unknown>>;

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);

/** Arguments by place or by name, as Python takes them. */
const argumentsOf = (names: readonly string[], args: readonly unknown[], keywords: Keywords): Keywords => ({
  ...Object.fromEntries(names.slice(0, args.length).map((name, index) => [name, args[index]])),
  ...keywords,
});

const callOf = ({calls}: World, person: Person, channel: number, id: unknown): Call => {
  const call = calls.find(person, id);
  if (call.channel.id !== channel) throw accessError();
  return call;
};

/** The reason where an app gives none. */
const usualReason = ({accepted, caller}: Call, person: Person): string => {
  if (accepted) return 'hung-up';
  return caller === person ? 'cancelled' : 'declined';
};

type Method = (world: World, person: Person, channel: number, args: readonly unknown[], keywords: Keywords) => object;

/** The three methods of discuss.channel that mobile apps know. */
const METHODS: Readonly<Record<string, Method>> = {
  mobile_start_webrtc_call: (world, person, channel, args, keywords) => {
    const {call_type: media = 'video', client_id: client, call_id: id} = argumentsOf(['call_type', 'client_id', 'call_id'], args, keywords);
    const given = textOf(id);
    const call = world.calls.start(person, `channel:${channel}`, media, {client: textOf(client), ...(given && {id: given})});
    return {call_id: call.id, session_id: call.session, caller_id: person.uid, caller_name: person.name, status: call.status};
  },
  mobile_webrtc_signal: (world, person, channel, args, keywords) => {
    const said = argumentsOf(['call_id', 'signal_type', 'signal_data', 'client_id'], args, keywords);
    const signal = {signal_type: String(said['signal_type']), signal_data: said['signal_data']};
    return world.calls.signal(person, callOf(world, person, channel, said['call_id']), textOf(said['client_id']), [signal]);
  },
  mobile_end_webrtc_call: (world, person, channel, args, keywords) => {
    const said = argumentsOf(['call_id', 'reason', 'client_id'], args, keywords);
    const call = callOf(world, person, channel, said['call_id']);
    return world.calls.end(person, call, textOf(said['client_id']), textOf(said['reason']) ?? usualReason(call, person));
  },
};

/** What `call_kw` and `execute_kw` reach. */
export const callMethod = (world: World, person: Person, model: string, method: string, args: readonly unknown[], keywords: Keywords): unknown => {
  if (model !== 'discuss.channel' && model !== 'res.users') throw notFound();
  if (method.startsWith('_')) throw new OdooError('odoo.exceptions.AccessError', `Private methods (such as '${model}.${method}') cannot be called remotely.`);
  const run = METHODS[method];
  const [ids, ...rest] = args;
  const channel = Number(Array.isArray(ids) ? ids[0] : ids);
  if (!run) throw new OdooError('builtins.AttributeError', `The method '${model}.${method}' does not exist`);
  if (!world.people.channels.get(channel)?.members.has(person)) throw accessError();
  return run(world, person, channel, rest, keywords);
};
