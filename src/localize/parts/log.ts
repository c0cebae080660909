/** What is said of the list of calls. */
export interface LogTerms {
  /** Names the list. */
  readonly calls: string;
  /** Choice of what is shown. */
  readonly all: string;
  readonly onlyMissed: string;
  readonly noCalls: string;
  readonly noMissed: string;

  readonly incoming: string;
  readonly outgoing: string;
  readonly missed: string;
  /** Beside a missed call that was not seen before. */
  readonly isNew: string;
  /** `name` is a weekday's or `yesterday`, as the browser writes it. */
  readonly dayAndTime: (name: string, time: string) => string;

  readonly callBack: (name: string) => string;
  readonly clearAll: string;
  readonly clearQuestion: string;
  readonly clear: string;
  readonly keep: string;
  readonly cleared: string;
}

export const enLog: LogTerms = {
  calls: 'Calls',
  all: 'All',
  onlyMissed: 'Missed',
  noCalls: 'No calls yet',
  noMissed: 'No missed calls',

  incoming: 'Incoming',
  outgoing: 'Outgoing',
  missed: 'Missed call',
  isNew: 'New',
  dayAndTime: (name, time) => `${name}, ${time}`,

  callBack: (name) => `Call ${name} back`,
  clearAll: 'Clear all',
  clearQuestion: 'Clear the whole list? This cannot be undone.',
  clear: 'Clear',
  keep: 'Keep',
  cleared: 'The list was cleared',
};
