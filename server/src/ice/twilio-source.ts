import type {RequestClient} from 'twilio';
import {within} from '../within.js';
import {askTwilio} from './ask-twilio.js';
import {IceSourceError, timedOut} from './ice-source-error.js';
import {BUDGET} from './ice-source.js';
import type {IceSource} from './ice-source.js';
import {keepGrant} from './keep-grant.js';
import type {KeptGrant} from './keep-grant.js';
import {loadTwilio} from './load-twilio.js';
import type {SavedSettings} from './saved-settings.js';
import {twilioCredentialsSchema} from './twilio-credentials.js';
import type {TwilioCredentials} from './twilio-credentials.js';

export interface TwilioSourceOptions {
  /** Count while no administrator has saved others. */
  readonly configured: TwilioCredentials | undefined;
  readonly saved: SavedSettings;
  readonly tell: (failure: IceSourceError | undefined) => void;
  readonly httpClient: RequestClient | undefined;
}

export interface TwilioSource extends IceSource {
  /** Asks for a token that nobody gets. What is not given is taken from what is stored. */
  test(given: Partial<TwilioCredentials>): Promise<void>;
}

interface Found {
  /** Undefined: there are none, or an administrator has switched Twilio off. */
  readonly credentials: TwilioCredentials | undefined;
  readonly from: 'settings' | 'configuration';
}

/**
 * Tokens of Twilio's Network Traversal Service. A token belongs to the account and not to a person, so that its
 * credentials are shared: all who ask within its time get the same ones, and Twilio is asked about once an hour.
 */
export const createTwilioSource = ({configured, saved, tell, httpClient}: TwilioSourceOptions): TwilioSource => {
  let current: {readonly credentials: TwilioCredentials; readonly kept: KeptGrant} | undefined;

  const find = async (): Promise<Found> => {
    const {enabled = true, ...stored} = (await saved('twilio')) ?? {};
    if (!enabled) return {credentials: undefined, from: 'settings'};
    const {data} = twilioCredentialsSchema.safeParse(stored);
    return data ? {credentials: data, from: 'settings'} : {credentials: configured, from: 'configuration'};
  };

  // Now, and not when the first person waits. Whether it can be loaded shows when Twilio is asked.
  find().then(({credentials}) => credentials && loadTwilio()).catch(() => undefined);

  /** Other credentials begin anew: with nothing kept, and with nothing held against them. */
  const keptFor = (credentials: TwilioCredentials): KeptGrant => {
    const {accountSid, authToken} = current?.credentials ?? {};
    if (current && accountSid === credentials.accountSid && authToken === credentials.authToken) return current.kept;
    current?.kept.close();
    current = {credentials, kept: keepGrant(() => askTwilio(credentials, httpClient), tell)};
    return current.kept;
  };

  return {
    name: 'twilio',
    async take() {
      const {credentials} = await find();
      return credentials && keptFor(credentials).take();
    },
    async status() {
      const {credentials, from} = await find();
      if (!credentials) return {state: 'off', from, message: from === 'settings' ? 'Twilio is switched off.' : 'No Twilio account is configured.'};
      const {failure, isPaused} = keptFor(credentials);
      if (!failure) return {state: 'ready', from, message: 'Twilio answered last time, or was not asked yet.'};
      const {code, message} = failure;
      return {state: isPaused ? 'paused' : 'failing', from, code, message};
    },
    async test(given) {
      const stored = await saved('twilio');
      const {data} = twilioCredentialsSchema.safeParse({
        accountSid: given.accountSid || stored?.accountSid || configured?.accountSid,
        authToken: given.authToken || stored?.authToken || configured?.authToken,
      });
      if (!data) throw new IceSourceError('twilio-missing');
      await within(askTwilio(data, httpClient), BUDGET, timedOut);
    },
    close: () => current?.kept.close(),
  };
};
