import type {RequestClient} from 'twilio';
import {askTwilio} from './ask-twilio.js';
import {IceSourceError} from './ice-source-error.js';
import {BUDGET} from './ice-source.js';
import type {IceSource} from './ice-source.js';
import {keepGrant} from './keep-grant.js';
import type {KeptGrant} from './keep-grant.js';
import type {SavedSetting} from './saved-settings.js';
import {twilioCredentialsSchema} from './twilio-credentials.js';
import type {TwilioCredentials} from './twilio-credentials.js';
import {within} from './within.js';

export interface TwilioSourceOptions {
  /** Counts while no administrator has saved credentials. */
  readonly configured?: TwilioCredentials | undefined;
  readonly saved: SavedSetting;
  readonly tell: (failure: IceSourceError | undefined) => void;
  readonly httpClient?: RequestClient | undefined;
}

export interface TwilioSource extends IceSource {
  /** Asks for a token that nobody gets. What is not given is taken from what is stored. */
  test(given: Partial<TwilioCredentials>): Promise<void>;
}

/**
 * Tokens of Twilio's Network Traversal Service. A token belongs to the account and not to a person, so that its
 * credentials are shared: all who ask within its time get the same ones, and Twilio is asked about once an hour.
 */
export const createTwilioSource = ({configured, saved, tell, httpClient}: TwilioSourceOptions): TwilioSource => {
  let current: {readonly credentials: TwilioCredentials; readonly kept: KeptGrant} | undefined;

  const stored = async () => {
    const {data} = twilioCredentialsSchema.safeParse(await saved('twilio'));
    if (data) return {credentials: data, from: 'settings'} as const;
    return configured && ({credentials: configured, from: 'configuration'} as const);
  };

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
    take: async () => {
      const found = await stored();
      return found && keptFor(found.credentials).take();
    },
    async status() {
      const found = await stored();
      if (!found) return {state: 'off', message: 'No Twilio account is configured.'};
      const {from} = found;
      const {failure, isPaused} = keptFor(found.credentials);
      if (!failure) return {state: 'ready', from, message: 'Twilio answers.'};
      const {code, message} = failure;
      return {state: isPaused ? 'paused' : 'failing', from, code, message};
    },
    async test(given) {
      const {credentials} = (await stored()) ?? {};
      const {data} = twilioCredentialsSchema.safeParse({
        accountSid: given.accountSid || credentials?.accountSid,
        authToken: given.authToken || credentials?.authToken,
      });
      if (!data) throw new IceSourceError('twilio-missing');
      await within(askTwilio(data, httpClient), BUDGET);
    },
    close: () => current?.kept.close(),
  };
};
