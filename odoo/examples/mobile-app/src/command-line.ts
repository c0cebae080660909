import {parseArgs} from 'node:util';
import type {Account} from './account.js';
import {AppError} from './app-error.js';

export interface Command {
  readonly verb: 'call' | 'wait';
  /** Whom to call, as `channel:3`. */
  readonly callee: string;
  readonly video: boolean;
  /** What to do with a call that rings; neither: look at it. */
  readonly answer: boolean;
  readonly decline: boolean;
  /** How long to talk before hanging up; 0: until the other side does. */
  readonly seconds: number;
  readonly account: Account;
  readonly iceServers: readonly RTCIceServer[];
}

export const USAGE = `npm start -- call channel:3 [--video] [--seconds 10]
npm start -- wait [--answer | --decline] [--seconds 10]

--ice-server stun:stun.example.com   a server for finding a path; may be given several times
ODOO_URL, ODOO_DB, ODOO_LOGIN and ODOO_PASSWORD (or an API key) say who uses the app, and where.`;

const OPTIONS = {
  video: {type: 'boolean', default: false},
  answer: {type: 'boolean', default: false},
  decline: {type: 'boolean', default: false},
  seconds: {type: 'string', default: '0'},
  'ice-server': {type: 'string', multiple: true, default: [] as string[]},
} as const;

const must = (env: NodeJS.ProcessEnv, name: string): string => {
  const value = env[name];
  if (!value) throw new AppError(`${name} is missing.`);
  return value;
};

/** Throws where something is missing or unknown. */
export const readCommand = (args: readonly string[], env: NodeJS.ProcessEnv): Command => {
  const {values, positionals} = parseArgs({args: [...args], options: OPTIONS, allowPositionals: true});
  const [verb, callee = ''] = positionals;
  if (verb !== 'call' && verb !== 'wait') throw new AppError(USAGE);
  if (verb === 'call' && !callee) throw new AppError('Say whom to call, such as channel:3.');
  const {video, answer, decline, seconds, 'ice-server': urls} = values;
  if (!(Number(seconds) >= 0)) throw new AppError(`${seconds} is no number of seconds.`);
  return {
    verb,
    callee,
    video,
    answer,
    decline,
    seconds: Number(seconds),
    account: {
      url: must(env, 'ODOO_URL').replace(/\/+$/, ''),
      database: must(env, 'ODOO_DB'),
      login: must(env, 'ODOO_LOGIN'),
      password: must(env, 'ODOO_PASSWORD'),
    },
    iceServers: urls.map((one) => ({urls: one})),
  };
};
