import {z} from 'zod';

export const twilioCredentialsSchema = z.object({
  // It becomes part of the address that is asked: nothing else may stand there.
  accountSid: z.string().trim().regex(/^AC[0-9a-f]{32}$/i, 'An Account SID is AC and 32 hexadecimal digits.'),
  authToken: z.string().trim().min(1).max(200),
});

export type TwilioCredentials = z.output<typeof twilioCredentialsSchema>;

/** Of a test: what is missing, or left empty in a form, is taken from what is stored. */
export const twilioTestSchema = z.object({
  accountSid: z.string().max(200).exactOptional(),
  authToken: z.string().max(200).exactOptional(),
});
