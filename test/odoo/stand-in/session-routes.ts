import type {Params, World} from './mobile-routes.js';
import {OdooError, sessionExpired} from './odoo-error.js';
import type {Person} from './people.js';

const sessionInfo = ({version}: World, {uid, name, login, id, isInternal}: Person): object => ({
  uid,
  is_internal_user: isInternal,
  user_context: {lang: 'en_US', tz: 'UTC', uid},
  db: 'lab',
  server_version: '18.0-20250421',
  server_version_info: [18, 0, 0, 'final', 0, ''],
  name,
  username: login,
  partner_id: Number(id.split(':')[1]),
  websocket_worker_version: version,
});

type Route = (world: World, cookies: string, params: Params) => {result: unknown; cookie?: string};

/** What is Odoo's own. */
export const SESSION_ROUTES: Readonly<Record<string, Route>> = {
  '/web/session/authenticate': (world, _cookies, {login, password}) => {
    const person = world.people.byLogin(String(login));
    if (!person || password !== person.login) throw new OdooError('odoo.exceptions.AccessDenied', 'Access Denied');
    const cookie = `session_id=${world.people.openSession(person)}; Max-Age=604800; HttpOnly; Path=/`;
    return {result: sessionInfo(world, person), cookie};
  },
  '/web/session/get_session_info': (world, cookies) => {
    const person = world.people.of(cookies);
    if (person?.uid === undefined) throw sessionExpired();
    return {result: sessionInfo(world, person)};
  },
  '/web/session/destroy': (world, cookies) => {
    world.people.closeSession(cookies);
    return {result: undefined};
  },
};
