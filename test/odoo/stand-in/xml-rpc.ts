import type {Answer} from './json-rpc.js';
import type {World} from './mobile-routes.js';
import {OdooError} from './odoo-error.js';
import type {Person} from './people.js';
import {callMethod} from './seed-methods.js';
import type {Keywords} from './seed-methods.js';
import {readXmlCall, writeXmlValue} from './xml-values.js';

const FAULTS: Readonly<Record<string, number>> = {
  'odoo.exceptions.UserError': 2,
  'odoo.exceptions.AccessDenied': 3,
  'odoo.exceptions.AccessError': 4,
};

const answer = (inner: string): Answer => ({status: 200, type: 'text/xml; charset=utf-8', body: `<?xml version='1.0'?>\n<methodResponse>\n${inner}</methodResponse>\n`});

const fault = (error: unknown): Answer => {
  const faultCode = (error instanceof OdooError && FAULTS[error.python]) || 1;
  const faultString = faultCode === 1 ? `Traceback (most recent call last):\n  File "server.py"\n${String(error)}\n` : (error as Error).message;
  return answer(`<fault>\n${writeXmlValue({faultCode, faultString})}</fault>\n`);
};

const signIn = ({people}: World, login: unknown, password: unknown): Person | undefined => {
  const person = people.byLogin(String(login));
  return person?.login === password ? person : undefined;
};

const common = (world: World, method: string, [, login, password]: readonly unknown[]): unknown => {
  if (method === 'version') return {server_version: '18.0', protocol_version: 1};
  if (method === 'authenticate' || method === 'login') return signIn(world, login, password)?.uid ?? false;
  throw new OdooError('builtins.AttributeError', method);
};

const object = (world: World, params: readonly unknown[]): unknown => {
  const [, uid, password, model, method, args = [], keywords = {}] = params;
  const person = world.people.byUid(Number(uid));
  if (!person || person.login !== password) throw new OdooError('odoo.exceptions.AccessDenied', 'Access Denied');
  return callMethod(world, person, String(model), String(method), args as readonly unknown[], keywords as Keywords);
};

/** `/xmlrpc/2/common` and `/xmlrpc/2/object`. What returns None is done, and then a fault. */
export const answerXmlRpc = (world: World, service: string, body: string): Answer => {
  try {
    const {method, params} = readXmlCall(body);
    const result = service === 'common' ? common(world, method, params) : object(world, params);
    return answer(`<params>\n<param>\n${writeXmlValue(result)}</param>\n</params>\n`);
  } catch (error) {
    return fault(error);
  }
};
