import type {z} from 'zod';
import {iceServerListSchema} from '../ice/ice-server-schema.js';
import {connectorsSchema, policySchema, twilioInputSchema, twilioSchema} from './setting-values.js';

const SCHEMAS = {
  connectors: connectorsSchema,
  policy: policySchema,
  'ice-servers': iceServerListSchema,
  twilio: twilioSchema,
} as const;

export type SettingName = keyof typeof SCHEMAS;
export type SettingValues = {readonly [Name in SettingName]: z.output<(typeof SCHEMAS)[Name]>};

/** What the settings differ in. */
interface Definition<Value> {
  /** What is stored. */
  readonly schema: z.ZodType<Value>;
  /** What is in force until an administrator saves something. */
  readonly initial: Value;
  readonly readers: 'user' | 'admin';
  /** What an administrator may send, where that differs from what is stored. */
  readonly input?: z.ZodType;
  /** Makes what was sent whole, by what is stored. */
  complete?(sent: unknown, stored: Value): Value;
  /** What may leave the server. */
  show?(value: Partial<Value>): unknown;
}

export const SETTINGS: {readonly [Name in SettingName]: Definition<SettingValues[Name]>} = {
  connectors: {schema: SCHEMAS.connectors, initial: [], readers: 'user'},
  policy: {schema: SCHEMAS.policy, initial: policySchema.parse({}), readers: 'user'},
  'ice-servers': {schema: SCHEMAS['ice-servers'], initial: [], readers: 'admin'},
  twilio: {
    schema: SCHEMAS.twilio,
    initial: {accountSid: '', authToken: '', enabled: false},
    readers: 'admin',
    input: twilioInputSchema,
    complete: (sent, stored) => ({authToken: stored.authToken, ...(sent as Partial<typeof stored>)}) as typeof stored,
    show: ({authToken, ...rest}) => ({...rest, hasAuthToken: Boolean(authToken)}),
  },
};

export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];

/** A setting as it may leave the server, without what is secret in it. */
export const shown = <Name extends SettingName>(name: Name, value: SettingValues[Name]): unknown =>
  SETTINGS[name].show?.(value) ?? value;
