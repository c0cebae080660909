const ENTRY = /^((?:#.*\n)*)(?:msgctxt .*\n)?msgid ((?:".*"\n?)+)msgstr ((?:".*"\n?)*)/gm;

const joined = (quoted: string): string => [...quoted.matchAll(/"(.*)"/g)].map(([, text]) => JSON.parse(`"${text}"`) as string).join('');

export interface Entry {
  readonly id: string;
  readonly text: string;
  readonly isFuzzy: boolean;
}

/** The entries of a .po or .pot file, without its head. */
export const entriesOf = (file: string): readonly Entry[] =>
  [...file.matchAll(ENTRY)]
    .map(([, comments = '', id = '', text = '']) => ({id: joined(id), text: joined(text), isFuzzy: comments.includes('#, fuzzy')}))
    .filter(({id}) => id !== '');

const PLACEHOLDER = /%(?:\(\w+\))?[sd]|%%/g;

export const placeholdersOf = (text: string): string[] => [...text.matchAll(PLACEHOLDER)].map(([found]) => found).sort();

const unescaped = (text: string): string => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&');

/** What scripts say: the texts in `_t("…")`. */
export const wordsOfScript = (code: string): string[] =>
  [...code.matchAll(/\b_t\(\s*"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => JSON.parse(`"${text}"`) as string);

/** What templates say: text between tags, and in attributes that are read out. */
export const wordsOfTemplate = (xml: string): string[] => {
  const plain = xml.replace(/<!--[^]*?-->/g, '');
  const texts = [...plain.matchAll(/>([^<>]*[A-Za-z][^<>]*)</g)].map(([, text = '']) => text.trim().replace(/\s+/g, ' '));
  const attributes = [...plain.matchAll(/\s(?:title|alt|placeholder|aria-label|label)="([^"]*[A-Za-z][^"]*)"/g)].map(([, text = '']) => text);
  return [...texts, ...attributes].map(unescaped);
};
