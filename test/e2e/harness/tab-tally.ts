import type {Page} from 'puppeteer-core';
import type {Person} from './person.js';
import {until} from './until.js';

interface Note {
  readonly at: number;
  readonly phase: string;
  readonly line: string;
  readonly sound: string;
}

declare global {
  interface Window {
    /** Each change of the state that matters among tabs, with its time. */
    tabNotes: Note[];
    /** The longest time in which the page could do nothing, in milliseconds: that is the machine's, not ours. */
    tabLag: number;
  }
}

/** Where a tab writes down when it was closed, or put to sleep. */
const LEFT = 'tab-left';

/** Writes down when the page's phase, line and sound change, and how busy it is. */
export const watchTab = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const shelf = globalThis as unknown as Record<symbol, {state: Note; subscribe(fn: (state: Note) => void): void} | undefined>;
    const controller = shelf[Symbol.for('call-elements/1')];
    window.tabNotes = [];
    let last = '';
    controller?.subscribe(({phase, line, sound}) => {
      if (`${phase} ${line} ${sound}` === last) return;
      last = `${phase} ${line} ${sound}`;
      window.tabNotes.push({at: Date.now(), phase, line, sound});
    });
    for (const event of ['pagehide', 'freeze']) globalThis.addEventListener(event, () => localStorage.setItem('tab-left', String(Date.now())), true);
    window.tabLag = 0;
    let before = performance.now();
    setInterval(() => {
      const now = performance.now();
      window.tabLag = Math.max(window.tabLag, now - before - 20);
      before = now;
    }, 20);
  });

/** From here on it is written down anew. */
export const resetTab = (tab: Person): Promise<void> =>
  tab.page.evaluate(() => {
    window.tabNotes.splice(0);
    window.tabLag = 0;
  });

const notesOf = (tab: Person): Promise<Note[]> => tab.page.evaluate(() => window.tabNotes);

/** The spans in which a tab rang aloud. */
const soundsOf = (notes: readonly Note[]): readonly (readonly [from: number, to: number])[] =>
  notes.flatMap(({at, sound, phase}, index) => {
    if (sound !== 'playing' || phase !== 'incoming') return [];
    return [[at, notes[index + 1]?.at ?? Infinity] as const];
  });

/** Median, the time that one in twenty exceeds, and the worst. */
const figures = (times: readonly number[]): string => {
  const sorted = times.map(Math.round).sort((one, other) => one - other);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return sorted.length ? `${at(0.5)}, ${at(0.95)}, ${at(1)}` : '–';
};

/** What came of many rounds with the tabs of one browser. */
export class Tally {
  static readonly head = [
    'Milliseconds are by the clocks of the pages: median, 95 %, worst. A page is busy while it can do nothing at all.',
    '',
    '| tabs | what | rounds | connections | double sounds | silent rings | lost calls | dismissed after the press | after the decision | taken over | busy |',
    '|---|---|---|---|---|---|---|---|---|---|---|',
  ].join('\n');
  rounds = 0;
  connections = 0;
  doubled = 0;
  mute = 0;
  lost = 0;
  winners = 0;
  readonly #tabs: number;
  readonly #name: string;
  readonly #dismissed: number[] = [];
  readonly #decided: number[] = [];
  readonly #busy: number[] = [];
  readonly #taken: number[] = [];
  #marked = 0;

  constructor(tabs: number, name: string) {
    [this.#tabs, this.#name] = [tabs, name];
  }

  /** From here on the time counts. */
  mark(at = Date.now()): void {
    this.#marked = at;
  }

  /** How many tabs ring aloud now. */
  async sounding(tabs: readonly Person[]): Promise<number> {
    const all = await Promise.all(tabs.map(notesOf));
    return all.filter((notes) => notes.at(-1)?.sound === 'playing').length;
  }

  /** Waits until the line is another tab's, and one of these rings aloud. */
  async takenOver(tabs: readonly Person[]): Promise<void> {
    // One that crashed wrote nothing down.
    const left = Number(await tabs[0]?.page.evaluate((key) => localStorage.getItem(key), LEFT));
    const since = Math.max(this.#marked, left);
    let at: number | undefined;
    await until('another tab has the line', async () => {
      const all = (await Promise.all(tabs.map(notesOf))).flat().filter((note) => note.at >= this.#marked);
      const gone = all.find(({line}) => line !== 'online');
      at = gone && all.filter((note) => note.line === 'online' && note.at >= gone.at).map((note) => note.at).sort()[0];
      return at !== undefined;
    });
    this.#taken.push((at ?? NaN) - since);
    await until('one of the tabs that are left sounds', async () => (await this.sounding(tabs)) > 0);
  }

  async note(tabs: readonly Person[], winner: Person): Promise<void> {
    this.rounds += 1;
    const all = await Promise.all(tabs.map(notesOf));
    const spans = all.flatMap(soundsOf).sort(([one], [other]) => one - other);
    if (spans.length === 0) this.mute += 1;
    // Within a few milliseconds, two clocks may not agree.
    if (spans.some(([from], index) => spans.slice(0, index).some(([, to]) => from < to - 20))) this.doubled += 1;
    const talked = all.filter((notes) => notes.some(({phase}) => phase === 'connected'));
    if (talked.length === 1) this.winners += 1;
    const decided = all[tabs.indexOf(winner)]?.find(({phase, at}) => phase === 'connecting' && at >= this.#marked)?.at ?? NaN;
    for (const [index, notes] of all.entries()) {
      if (tabs[index] === winner) continue;
      const ended = notes.find(({phase, at}) => phase === 'ended' && at >= this.#marked);
      if (!ended) continue;
      this.#dismissed.push(ended.at - this.#marked);
      this.#decided.push(Math.max(0, ended.at - decided));
    }
    this.#busy.push(...(await Promise.all(tabs.map((tab) => tab.page.evaluate(() => window.tabLag)))));
  }

  toString(): string {
    const counts = [this.#tabs, this.#name, this.rounds, this.connections, this.doubled, this.mute, this.lost];
    const times = [this.#dismissed, this.#decided, this.#taken, this.#busy].map(figures);
    return `| ${[...counts, ...times].join(' | ')} |`;
  }
}
