import type {BrowserContext, ElementHandle, Page} from 'puppeteer-core';
import {ears, TONE_NAMES} from './ears.js';
import type {Tone} from './ears.js';
import {PageRecord} from './record.js';
import {NAME_HELPER, spy} from './spy.js';
import type {Machine, Seen} from './spy.js';
import {until} from './until.js';

export interface PersonOptions extends Partial<Machine> {
  /** Page of the portal; its first by default. */
  readonly path?: string;
  /** Parameters of the page besides the person's name. */
  readonly query?: Readonly<Record<string, string>>;
  /** By default one of their own, as if it were another machine. */
  readonly context?: BrowserContext;
  readonly width?: number;
  readonly height?: number;
}

/** Which part of which element; an element without `part` stands for itself. */
export interface Place {
  readonly host: string;
  readonly part?: string;
}

const locate = ({host, part}: Place): HTMLElement | null => {
  const element = document.querySelector<HTMLElement>(host);
  return part ? (element?.shadowRoot?.querySelector<HTMLElement>(`[part~="${part}"]`) ?? null) : element;
};

/** One person at one page: what they press, and what they see. */
export class Person {
  readonly record: PageRecord;

  private constructor(
    readonly user: string,
    readonly page: Page,
    readonly context: BrowserContext,
  ) {
    this.record = new PageRecord(page);
  }

  static async arrive(user: string, url: string, context: BrowserContext, options: PersonOptions = {}): Promise<Person> {
    const {path = '/', query = {}, missing = [], hesitates = false, width = 1280, height = 860} = options;
    const page = await context.newPage();
    const person = new Person(user, page, context);
    await page.setViewport({width, height});
    await page.evaluateOnNewDocument(NAME_HELPER);
    await page.evaluateOnNewDocument(spy, {missing, hesitates});
    await page.evaluateOnNewDocument(ears, TONE_NAMES);
    await page.goto(`${url}${path}?${new URLSearchParams({user, ...query})}`);
    return person;
  }

  /** The same person at another page, which is there already: it has no journal. */
  static at(page: Page, {user, context}: Person): Person {
    return new Person(user, page, context);
  }

  /** What an element says of itself; empty where it says nothing. */
  attribute(host: string, name = 'state'): Promise<string> {
    return this.page.evaluate((...[tag, key]) => document.querySelector(tag)?.getAttribute(key) ?? '', host, name);
  }

  /** Waits until an element says so. */
  async shows(host: string, value: string, name = 'state', ms?: number): Promise<void> {
    const is = async () => (await this.attribute(host, name)) === value;
    await until(`${this.user}: ${host} ${name}=${value}`, is, ms);
  }

  online = (): Promise<void> => this.shows('call-config', 'online');

  /** The call's phase, as the window says it. */
  phase = (phase: string, ms?: number): Promise<void> => this.shows('call-window', phase, 'state', ms);

  /** The call is over, for this reason. */
  async ended(reason: string, by?: 'local' | 'remote' | 'system', ms?: number): Promise<void> {
    await this.shows('call-window', reason, 'end-reason', ms);
    if (by) await this.told(new RegExp(`^call-ended \\S+ ${reason} ${by}$`));
  }

  /** Waits for a line in the page's journal. */
  async told(line: RegExp): Promise<void> {
    await until(`${this.user}: told ${line}`, async () => (await this.seen('journal')).some((told) => line.test(told)));
  }

  /** Which of the built-in tones sound on this page. */
  async sounding(): Promise<Tone[]> {
    const count = new Map<string, number>();
    for (const line of await this.seen('journal')) {
      const [verb, tone = ''] = line.split(' ');
      if (verb === 'sounds') count.set(tone, (count.get(tone) ?? 0) + 1);
      if (verb === 'silences') count.set(tone, (count.get(tone) ?? 0) - 1);
    }
    return [...count].flatMap(([tone, times]) => Array.from({length: times}, () => tone as Tone));
  }

  async sounds(...tones: Tone[]): Promise<void> {
    await until(`${this.user}: sounds ${tones.join(', ') || 'of nothing'}`, async () => String(await this.sounding()) === String(tones));
  }

  rings = (): Promise<void> => this.shows('incoming-call', 'ringing');
  silent = (): Promise<void> => this.shows('incoming-call', 'idle');

  /** The button for a video call; some pages have one for the voice alone besides. */
  button = (callee: string): string => `call-button[callee="${callee}"]:not([media="audio"])`;
  call = (callee: string): Promise<void> => this.press({host: this.button(callee), part: 'button'});
  answer = (): Promise<void> => this.press({host: 'incoming-call', part: 'answer'});
  decline = (): Promise<void> => this.press({host: 'incoming-call', part: 'decline'});
  hangUp = (): Promise<void> => this.press({host: 'call-window', part: 'hangup'});
  toggle = (kind: 'mic' | 'camera' | 'screen'): Promise<void> => this.press({host: 'call-window', part: kind});

  /** Answers the browser's question about devices, where it stays open. */
  answerPrompt = (isAllowed: boolean): Promise<void> => this.page.evaluate((yes) => window.seen.answerPrompt(yes), isAllowed);

  async press(place: Place, {count = 1} = {}): Promise<void> {
    await (await this.find(place)).click({count});
  }

  /** The element itself, once it is there to be seen and may be pressed. */
  async find(place: Place): Promise<ElementHandle<HTMLElement>> {
    const ready = (found: HTMLElement | null): boolean =>
      Boolean(found?.checkVisibility({visibilityProperty: true}) && !(found as HTMLButtonElement).disabled);
    let found: ElementHandle<HTMLElement> | undefined;
    await until(`${this.user}: ${place.host} ${place.part ?? ''} can be pressed`, async () => {
      const handle = (await this.page.evaluateHandle(locate, place)).asElement() as ElementHandle<HTMLElement> | null;
      if (!handle || !(await handle.evaluate(ready))) return false;
      found = handle;
      return true;
    });
    return found as ElementHandle<HTMLElement>;
  }

  /** The words in a part; empty while it is not to be seen. */
  async words(host: string, part: string): Promise<string> {
    const handle = (await this.page.evaluateHandle(locate, {host, part})).asElement() as ElementHandle<HTMLElement> | null;
    return handle ? handle.evaluate((found) => (found.checkVisibility({visibilityProperty: true}) ? found.innerText.trim() : '')) : '';
  }

  async says(host: string, part: string, words: RegExp, ms?: number): Promise<void> {
    await until(`${this.user}: ${host} ${part} says ${words}`, async () => words.test(await this.words(host, part)), ms);
  }

  /** True while a part is to be seen. */
  async sees(host: string, part: string): Promise<boolean> {
    const handle = (await this.page.evaluateHandle(locate, {host, part})).asElement() as ElementHandle<HTMLElement> | null;
    return Boolean(await handle?.evaluate((found) => found.checkVisibility({visibilityProperty: true})));
  }

  /** What the page did so far, of one sort. */
  seen<K extends 'journal' | 'asked' | 'servers'>(key: K): Promise<Seen[K]> {
    return this.page.evaluate((name) => window.seen[name], key) as Promise<Seen[K]>;
  }

  /** The kinds of devices that are recording. */
  recording(): Promise<string[]> {
    return this.page.evaluate(() => window.seen.tracks.filter(({readyState}) => readyState === 'live').map(({kind}) => kind));
  }
}
