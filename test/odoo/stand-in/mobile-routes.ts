import type {Bus} from './bus.js';
import type {BusSockets} from './bus-sockets.js';
import {calleesOf, invitationOf} from './call.js';
import type {Calls, Signal} from './calls.js';
import {sessionExpired, userError} from './odoo-error.js';
import type {People, Person} from './people.js';

/** What the admin of the stand-in decided; a test may change it. */
export interface StandInPolicy {
  may_call: boolean;
  ring_timeout_s: number;
  ip_privacy: 'until-accept' | 'always' | 'off';
  ring_while_do_not_disturb: boolean;
}

export interface World {
  readonly people: People;
  readonly bus: Bus;
  readonly calls: Calls;
  readonly sockets: BusSockets;
  readonly policy: StandInPolicy;
  iceServers: readonly object[];
  version: string;
}

export type Params = Readonly<Record<string, unknown>>;
type Route = (world: World, person: Person, params: Params) => unknown;

const client = ({client_id: id}: Params): string | undefined => (typeof id === 'string' && id ? id : undefined);

/** The routes of the addon, by their last word. */
export const MOBILE_ROUTES: Readonly<Record<string, Route>> = {
  hello: ({bus, calls, policy, version}, person) => ({
    server_ms: Date.now(),
    me: {id: person.id, name: person.name, avatar_url: `/web/image/res.partner/${person.id.split(':')[1]}/avatar_128`},
    policy: {...policy, ring_timeout_s: calls.ringTimeout},
    calls: calls.of(person).map((call) => invitationOf(call, calls.ringTimeout)),
    version,
    last_notification_id: bus.lastId,
  }),
  start: ({calls, policy, sockets}, person, params) => {
    if (!policy.may_call) throw userError('Calls are switched off.');
    const call = calls.start(person, String(params['callee']), params['call_type'], {id: String(params['call_id']), client: client(params)});
    const crossing = calls.crossing(call);
    const crossed_by = crossing ? invitationOf(crossing, calls.ringTimeout) : false;
    return {...invitationOf(call, calls.ringTimeout), crossed_by, reachable: calleesOf(call).some((callee) => sockets.isOnline(callee))};
  },
  signal: ({calls}, person, params) =>
    calls.signal(person, calls.find(person, params['call_id']), client(params), params['signals'] as readonly Signal[]),
  end: ({calls}, person, params) => calls.end(person, calls.find(person, params['call_id']), client(params), String(params['reason'] ?? 'hung-up')),
  ping: ({calls}, person, params) => ({ended: (params['call_ids'] as readonly unknown[]).filter((id) => !calls.ping(person, id))}),
  ice: ({iceServers}) => ({ice_servers: iceServers, ttl_s: 86_400}),
  presence: ({people, sockets}, person, params) => {
    const state = (id: string): string => {
      const other = people.all.get(id);
      if (!other || (!person.isInternal && !people.share(person, other))) return 'unknown';
      return sockets.isOnline(other) ? 'online' : 'offline';
    };
    return Object.fromEntries((params['ids'] as readonly string[]).map((id) => [id, state(id)]));
  },
};

/** Nobody in particular takes part in no call. */
export const askMobileRoute = (world: World, person: Person | undefined, name: string, params: Params): unknown => {
  if (!person) throw sessionExpired();
  return MOBILE_ROUTES[name]?.(world, person, params);
};
