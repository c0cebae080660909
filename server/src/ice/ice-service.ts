import type {SignedInUser} from '../identity/signed-in-user.js';
import type {IceAnswer, IceSourceName} from './ice-answer.js';
import type {IceSourceStatus} from './ice-source.js';
import type {TwilioCredentials} from './twilio-credentials.js';

export interface IceStatus {
  /** The one that gives the servers now. */
  readonly source: IceSourceName;
  /** All of them, in the order in which they are asked. */
  readonly sources: readonly (IceSourceStatus & {readonly source: IceSourceName})[];
}

export type TwilioTest =
  | {readonly ok: true; readonly ms: number}
  | {readonly ok: false; readonly code: string; readonly message: string};

export interface IceService {
  answer(user: SignedInUser): Promise<IceAnswer>;
  status(): Promise<IceStatus>;
  /** Really asks Twilio. What is not given is taken from what is stored. */
  testTwilio(credentials?: Partial<TwilioCredentials>): Promise<TwilioTest>;
  close(): void;
}
