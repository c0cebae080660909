const ENTITIES: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;'};

/** Makes text of anybody's harmless between tags and in quoted attributes. */
export const escapeText = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** HTML that we wrote ourselves; anything else is text. */
export class Markup {
  constructor(readonly html: string) {}
}

export type Value = string | boolean | Markup | Values | readonly Values[];
export interface Values {
  readonly [name: string]: Value;
}

const TAG = /\{\{#(\w+)\}\}([\s\S]*?)\{\{\/\1\}\}|\{\{(\w+)\}\}/g;

const show = (value: Value | undefined): string => {
  if (value instanceof Markup) return value.html;
  return typeof value === 'string' ? escapeText(value) : '';
};

const rowsOf = (value: Value | undefined): readonly Values[] => {
  if (Array.isArray(value)) return value as readonly Values[];
  if (value !== null && typeof value === 'object' && !(value instanceof Markup)) return [value as Values];
  return value ? [{}] : [];
};

/** Fills a page: `{{name}}` with escaped text, `{{#name}}…{{/name}}` once for each row of a list, or if `name` is set. */
export const fill = (template: string, values: Values): string =>
  template.replace(TAG, (_, section: string | undefined, inner: string, name: string) => {
    if (section === undefined) return show(values[name]);
    return rowsOf(values[section])
      .map((row) => fill(inner, {...values, ...row}))
      .join('');
  });
