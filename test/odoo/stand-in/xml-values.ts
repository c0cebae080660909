/** Values of XML-RPC, as Python's `xmlrpc.client` reads and writes them. */
export type XmlValue = string | number | boolean | null | readonly XmlValue[] | {readonly [name: string]: XmlValue};

const ENTITIES: Readonly<Record<string, string>> = {lt: '<', gt: '>', amp: '&', quot: '"', apos: "'"};

const unescape = (text: string): string =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (all, hex: string, decimal: string, name: string) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    return decimal ? String.fromCodePoint(Number(decimal)) : (ENTITIES[name] ?? all);
  });

const escape = (text: string): string => text.replace(/[&<>\r]/g, (sign) => ({'&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;'})[sign] ?? sign);

/** Tags, and the text between them. */
const tokensOf = (xml: string): string[] => xml.replace(/<\?.*?\?>|<!--.*?-->/gs, '').match(/<[^>]+>|[^<]+/g) ?? [];

class XmlReader {
  readonly #tokens: string[];
  #at = 0;

  constructor(xml: string) {
    this.#tokens = tokensOf(xml);
  }

  /** The values of all `<param>`s. */
  params(): XmlValue[] {
    const values: XmlValue[] = [];
    for (; this.#at < this.#tokens.length; this.#at += 1) if (this.#tokens[this.#at] === '<value>') values.push(this.#value());
    return values;
  }

  #space(): void {
    while (/^\s+$/.test(this.#tokens[this.#at] ?? '')) this.#at += 1;
  }

  #text(): string {
    const token = this.#tokens[this.#at] ?? '';
    if (token.startsWith('<')) return '';
    this.#at += 1;
    return unescape(token);
  }

  /** From `<value>` to its end, which is where the reader stands afterwards. */
  #value(): XmlValue {
    this.#at += 1;
    const bare = this.#text();
    const tag = /^<(\w+)\s*\/?>$/.exec(this.#tokens[this.#at] ?? '')?.[1];
    if (!tag) return bare;
    const isEmpty = this.#tokens[this.#at]?.endsWith('/>');
    this.#at += 1;
    const value = isEmpty ? READ[tag]?.('') ?? null : this.#content(tag);
    if (!isEmpty) this.#skipTo(`</${tag}>`);
    this.#skipTo('</value>');
    return value;
  }

  #content(tag: string): XmlValue {
    if (tag === 'array') return this.#array();
    if (tag === 'struct') return this.#struct();
    return READ[tag]?.(this.#text()) ?? null;
  }

  #array(): XmlValue[] {
    const values: XmlValue[] = [];
    for (; this.#at < this.#tokens.length && this.#tokens[this.#at] !== '</array>'; this.#at += 1) {
      if (this.#tokens[this.#at] === '<value>') values.push(this.#value());
    }
    return values;
  }

  #struct(): Record<string, XmlValue> {
    const found: Record<string, XmlValue> = {};
    let name = '';
    for (; this.#at < this.#tokens.length && this.#tokens[this.#at] !== '</struct>'; this.#at += 1) {
      this.#space();
      if (this.#tokens[this.#at] === '<name>') {
        this.#at += 1;
        name = this.#text();
      } else if (this.#tokens[this.#at] === '<value>') found[name] = this.#value();
      if (this.#tokens[this.#at] === '</struct>') break;
    }
    return found;
  }

  #skipTo(tag: string): void {
    while (this.#at < this.#tokens.length && this.#tokens[this.#at] !== tag) this.#at += 1;
  }
}

const READ: Readonly<Record<string, (text: string) => XmlValue>> = {
  string: (text) => text,
  int: Number,
  i4: Number,
  i8: Number,
  double: Number,
  boolean: (text) => text.trim() === '1',
  nil: () => null,
};

/** The method and what it is called with. */
export const readXmlCall = (xml: string): {readonly method: string; readonly params: readonly XmlValue[]} => ({
  method: /<methodName>\s*([\w.]+)\s*<\/methodName>/.exec(xml)?.[1] ?? '',
  // As every reader of XML does (XML 1.0 §2.11).
  params: new XmlReader(xml.replace(/\r\n?/g, '\n')).params(),
});

export const writeXmlValue = (value: unknown): string => {
  const write = (inner: string): string => `<value>${inner}</value>\n`;
  if (typeof value === 'string') return write(`<string>${escape(value)}</string>`);
  if (typeof value === 'boolean') return write(`<boolean>${value ? 1 : 0}</boolean>`);
  if (typeof value === 'number') return write(Number.isInteger(value) ? `<int>${value}</int>` : `<double>${value}</double>`);
  if (Array.isArray(value)) return write(`<array><data>\n${value.map(writeXmlValue).join('')}</data></array>`);
  if (value === null || value === undefined) throw new TypeError('cannot marshal None unless allow_none is enabled');
  const members = Object.entries(value).map(([name, one]) => `<member>\n<name>${escape(name)}</name>\n${writeXmlValue(one)}</member>\n`);
  return write(`<struct>\n${members.join('')}</struct>`);
};
