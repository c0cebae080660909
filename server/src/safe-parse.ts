import type {z} from 'zod';

/**
 * As zod's own `safeParse`, but also for input like `{"length": {"toString": 1}}`: zod compares the length of what it has
 * already found to be no text and no list, and throws (seen in 4.6.7).
 */
export const safeParse = <Schema extends z.ZodType>(schema: Schema, input: unknown): z.ZodSafeParseResult<z.output<Schema>> | undefined => {
  try {
    return schema.safeParse(input);
  } catch {
    return undefined;
  }
};
