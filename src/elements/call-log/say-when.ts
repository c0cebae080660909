import type {LogTerms} from '../../localize/parts/log.js';

const DAY_MS = 86_400_000;

/** Midnight of its day, by the clock on the wall. */
const dayOf = (at: number): Date => {
  const date = new Date(at);
  date.setHours(0, 0, 0, 0);
  return date;
};

/** The browser's own language where the page's is none. */
const usable = (language: string): string | undefined => {
  try {
    return Intl.getCanonicalLocales(language)[0];
  } catch {
    return undefined;
  }
};

/** The time today, "Yesterday, 14:05", the weekday for a week, and then the date. */
export const sayWhen = (at: number, now: number, language: string, terms: LogTerms): string => {
  const locale = usable(language);
  const time = new Intl.DateTimeFormat(locale, {timeStyle: 'short'}).format(at);
  // A day of the change of the clocks has another length.
  const days = Math.round((dayOf(now).getTime() - dayOf(at).getTime()) / DAY_MS);
  if (days <= 0) return time;
  if (days === 1) return terms.dayAndTime(capital(new Intl.RelativeTimeFormat(locale, {numeric: 'auto'}).format(-1, 'day'), locale), time);
  if (days < 7) return terms.dayAndTime(capital(new Intl.DateTimeFormat(locale, {weekday: 'long'}).format(at), locale), time);
  return new Intl.DateTimeFormat(locale, {dateStyle: 'medium'}).format(at);
};

/** The whole of it. */
export const sayDate = (at: number, language: string): string =>
  new Intl.DateTimeFormat(usable(language), {dateStyle: 'full', timeStyle: 'short'}).format(at);

/** "2 min 31 sec", in the two largest units. */
export const sayLength = (ms: number, language: string): string => {
  const seconds = Math.max(1, Math.round(ms / 1000));
  const parts = [
    [Math.floor(seconds / 3600), 'hour'],
    [Math.floor(seconds / 60) % 60, 'minute'],
    [seconds % 60, 'second'],
  ] as const;
  const first = parts.findIndex(([count]) => count > 0);
  const locale = usable(language);
  const say = (count: number, unit: string) => new Intl.NumberFormat(locale, {style: 'unit', unit, unitDisplay: 'short'}).format(count);
  const said = parts.slice(first, first + 2).filter(([count]) => count > 0);
  return said.map(([count, unit]) => say(count, unit)).join(' ');
};

const capital = (word: string, locale: string | undefined): string => {
  const [first = '', ...rest] = [...word];
  return first.toLocaleUpperCase(locale) + rest.join('');
};
