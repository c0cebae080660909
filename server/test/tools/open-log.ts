import pino from 'pino';

/** A log that keeps every line, down to the last detail. */
export const openLog = () => {
  const lines: string[] = [];
  return {log: pino({level: 'trace'}, {write: (line: string) => lines.push(line)}), lines};
};
