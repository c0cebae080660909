import {z} from 'zod';

/** Names as they stand in attributes. */
export const word = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/, 'Small letters, digits and hyphens, beginning with a letter.');

/** Says which of two equals is too many. */
export const refuseEquals =
  <Item>(keyOf: (item: Item) => string, message: string) =>
  (items: readonly Item[], context: z.RefinementCtx): void => {
    const seen = new Set<string>();
    for (const [index, item] of items.entries()) {
      if (seen.has(keyOf(item))) context.addIssue({code: 'custom', path: [index], message});
      seen.add(keyOf(item));
    }
  };

const connector = z.object({
  name: word,
  title: z.string().max(200).default(''),
  active: z.boolean().default(true),
  order: z.int().min(0).max(1000).default(0),
  /** Whatever the connector's own form asks for; flat, and readable by everyone signed in. */
  settings: z
    .record(z.string().regex(/^[a-zA-Z][a-zA-Z0-9-]{0,63}$/), z.union([z.string().max(2000), z.number(), z.boolean()]))
    .refine((settings) => Object.keys(settings).length <= 50, 'No more than 50 settings.')
    .default({}),
});

/** Which connectors the portal offers. */
export const connectorsSchema = z
  .array(connector)
  .max(50)
  .superRefine(refuseEquals(({name}) => name, 'This connector is in the list already.'));

/** How calls are treated, over the whole portal. */
export const policySchema = z.object({
  mayCall: z.enum(['everyone', 'nobody']).default('everyone'),
  /** Whether the popup of somebody who does not want to be disturbed makes a sound. */
  ringWhileDoNotDisturb: z.boolean().default(false),
  /** Seconds; pages may say otherwise. */
  ringTimeout: z.int().min(5).max(600).default(45),
  /** Pages may say otherwise. */
  ipPrivacy: z.enum(['until-accept', 'always', 'off']).default('until-accept'),
  /** Days for which a call that ended stays in the log. */
  callLogDays: z.int().min(0).max(3650).default(90),
});

export const twilioSchema = z.object({
  accountSid: z.union([z.literal(''), z.string().regex(/^AC[0-9a-fA-F]{32}$/, 'An Account SID is AC and 32 hexadecimal digits.')]),
  authToken: z.string().max(200),
  enabled: z.boolean(),
});

/** What an administrator sends: a token that is left out is kept, an empty one is forgotten. */
export const twilioInputSchema = twilioSchema.partial({authToken: true});

/** Where else a user can be reached. */
export const imAccountsSchema = z
  .array(z.object({type: word, id: z.string().trim().min(1).max(200)}))
  .max(50)
  .superRefine(refuseEquals(({type, id}) => `${type} ${id}`, 'This account is in the list already.'));

export type ConnectorSetting = z.output<typeof connector>;
export type Policy = z.output<typeof policySchema>;
export type TwilioSetting = z.output<typeof twilioSchema>;
export type ImAccount = z.output<typeof imAccountsSchema>[number];
