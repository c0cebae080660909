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
  }
}

/** Writes down when the page's phase, line and sound change. */
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
  });

const notesOf = (tab: Person): Promise<Note[]> => tab.page.evaluate(() => window.tabNotes);

/** The spans in which a tab rang aloud. */
const soundsOf = (notes: readonly Note[]): readonly (readonly [from: number, to: number])[] =>
  notes.flatMap(({at, sound, phase}, index) => {
    if (sound !== 'playing' || phase !== 'incoming') return [];
    return [[at, notes[index + 1]?.at ?? Infinity] as const];
  });

const median = (times: readonly number[]): number => [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? NaN;

/** What came of many rounds with the tabs of one browser. */
export class Tally {
  static readonly head = '| tabs | what | rounds | connections | double sounds | silent rings | lost calls | dismissed ms (median, worst) | taken over ms (median, worst) |\n|---|---|---|---|---|---|---|---|---|';
  rounds = 0;
  connections = 0;
  doubled = 0;
  mute = 0;
  lost = 0;
  winners = 0;
  readonly #tabs: number;
  readonly #name: string;
  readonly #dismissed: number[] = [];
  readonly #taken: number[] = [];
  #marked = 0;

  constructor(tabs: number, name: string) {
    [this.#tabs, this.#name] = [tabs, name];
  }

  /** From here on the time counts. */
  mark(): void {
    this.#marked = Date.now();
  }

  /** How many tabs ring aloud now. */
  async sounding(tabs: readonly Person[]): Promise<number> {
    const all = await Promise.all(tabs.map(notesOf));
    return all.filter((notes) => notes.at(-1)?.sound === 'playing').length;
  }

  /** Sockets that tabs opened to the signalling; each that was taken over is one more. */
  async sockets(tabs: readonly Person[]): Promise<number> {
    const all = await Promise.all(tabs.map((tab) => tab.seen('servers')));
    return all.flat().filter((server) => server.startsWith('ws')).length;
  }

  /** Waits until the line is another tab's. */
  async takenOver(tabs: readonly Person[]): Promise<void> {
    const since = this.#marked;
    let at: number | undefined;
    await until('another tab has the line', async () => {
      const all = (await Promise.all(tabs.map(notesOf))).flat().filter((note) => note.at >= since);
      const gone = all.find(({line}) => line !== 'online');
      at = gone && all.filter((note) => note.line === 'online' && note.at >= gone.at).map((note) => note.at).sort()[0];
      return at !== undefined;
    });
    this.#taken.push((at ?? NaN) - since);
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
    for (const [index, notes] of all.entries()) {
      if (tabs[index] === winner) continue;
      const ended = notes.find(({phase, at}) => phase === 'ended' && at >= this.#marked);
      if (ended) this.#dismissed.push(ended.at - this.#marked);
    }
  }

  toString(): string {
    const times = (list: readonly number[]): string => (list.length ? `${median(list)}, ${Math.max(...list)}` : '–');
    const counts = [this.#tabs, this.#name, this.rounds, this.connections, this.doubled, this.mute, this.lost];
    return `| ${[...counts, times(this.#dismissed), times(this.#taken)].join(' | ')} |`;
  }
}
