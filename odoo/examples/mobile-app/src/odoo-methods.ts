import {XmlRpcClient, XmlRpcFault} from '@foxglove/xmlrpc';
import type {Account} from './account.js';
import {AppError} from './app-error.js';

type Value = Parameters<XmlRpcClient['methodCall']>[1];
type Words = Readonly<Record<string, unknown>>;

export interface StartedCall {
  readonly call_id: string;
}

/** `success` is false when the call is over, or somebody else has answered. */
export interface SignalAnswer {
  readonly success: boolean;
  readonly end_reason?: string;
}

/** What went wrong, by the numbers that Odoo gives its faults (`odoo/addons/base/controllers/rpc.py`). */
const sentenceFor = (error: unknown, url: string): string => {
  if (!(error instanceof XmlRpcFault)) return `Odoo at ${url} cannot be reached: ${(error as Error).message}`;
  const text = (error.faultString ?? '').trim();
  if (error.faultCode === 3) return 'Odoo does not know this login and password any more.';
  if (error.faultCode === 4) return 'Odoo does not let this person do that.';
  // A warning is a sentence for the person; anything else a traceback, whose last line says what it is.
  return error.faultCode === 2 ? text : `Odoo failed: ${text.split('\n').at(-1) ?? ''}`;
};

/** The three methods of `discuss.channel`, over XML-RPC. */
export class OdooMethods {
  readonly uid: number;
  readonly #account: Account;
  readonly #object: XmlRpcClient;

  private constructor(account: Account, uid: number) {
    this.#account = account;
    this.uid = uid;
    this.#object = new XmlRpcClient(`${account.url}/xmlrpc/2/object`);
  }

  /** Throws when Odoo is not there, or does not know the login. */
  static async signIn(account: Account): Promise<OdooMethods> {
    const {url, database, login, password} = account;
    const common = new XmlRpcClient(`${url}/xmlrpc/2/common`);
    const uid = await common.methodCall('authenticate', [database, login, password, {}]).catch((error: unknown) => {
      throw new AppError(sentenceFor(error, url), {cause: error});
    });
    if (typeof uid !== 'number') throw new AppError(`Odoo does not know ${login} with this password.`);
    return new OdooMethods(account, uid);
  }

  startCall(channel: number, type: 'audio' | 'video'): Promise<StartedCall> {
    return this.#run('mobile_start_webrtc_call', channel, [], {call_type: type});
  }

  signal(channel: number, call: string, type: string, data: object): Promise<SignalAnswer> {
    return this.#run('mobile_webrtc_signal', channel, [call, type, data]);
  }

  endCall(channel: number, call: string): Promise<object> {
    return this.#run('mobile_end_webrtc_call', channel, [call]);
  }

  async #run<Result>(method: string, channel: number, args: readonly unknown[], words: Words = {}): Promise<Result> {
    const {url, database, password} = this.#account;
    const request = [database, this.uid, password, 'discuss.channel', method, [[channel], ...args], words] as Value;
    try {
      return (await this.#object.methodCall('execute_kw', request)) as Result;
    } catch (error) {
      throw new AppError(sentenceFor(error, url), {cause: error});
    }
  }
}
