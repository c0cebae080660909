/** Reads one own property of something from outside, as the wanted kind or not at all. */
export type Fields = Readonly<Record<string, unknown>>;

export const fieldsOf = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;

const own = (fields: Fields, name: string): unknown => (Object.hasOwn(fields, name) ? fields[name] : undefined);

export const textField = (fields: Fields, name: string, longest: number): string | undefined => {
  const value = own(fields, name);
  return typeof value === 'string' && value.length <= longest ? value : undefined;
};

export const countField = (fields: Fields, name: string): number | undefined => {
  const value = own(fields, name);
  return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : undefined;
};

export const listField = (fields: Fields, name: string, longest: number): readonly unknown[] | undefined => {
  const value = own(fields, name);
  return Array.isArray(value) && value.length <= longest ? value : undefined;
};

export const objectField = (fields: Fields, name: string): Fields | undefined => fieldsOf(own(fields, name));

export const wordField = <T extends string>(fields: Fields, name: string, words: readonly T[]): T | undefined => {
  const value = own(fields, name);
  return words.find((word) => word === value);
};
