import {createLog} from '../../src/log.js';
import {Inbox} from './inbox.js';

export interface LogLine {
  readonly code?: string;
  readonly level?: string | number;
}

/** The real logger, whose lines a test can wait for and look through. */
export const createTestLog = () => {
  const lines = new Inbox<LogLine>();
  const log = createLog('debug', {write: (line: string) => lines.add(JSON.parse(line) as LogLine)});
  return {log, lines};
};
