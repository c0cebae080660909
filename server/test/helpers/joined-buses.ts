import type {Bus} from '../../src/bus/bus.js';

type Fn = (data: unknown, subject: string) => void;

/** Two nodes that hear each other at once, unless the line between them is cut. What is said is kept in `said`. */
export const joinedBuses = () => {
  const said: string[] = [];
  const line = {isCut: false, gap: (): void => undefined};
  const listeners: [Map<string, Fn>, Map<string, Fn>] = [new Map(), new Map()];
  const busFor = (mine: Map<string, Fn>, theirs: Map<string, Fn>): Bus => ({
    publish(subject, data) {
      const text = JSON.stringify(data);
      said.push(text);
      if (!line.isCut) theirs.get(subject)?.(JSON.parse(text), subject);
    },
    subscribe(subject, fn) {
      mine.set(subject, fn);
      return () => void mine.delete(subject);
    },
    onGap(fn) {
      line.gap = fn;
      return () => undefined;
    },
    isReady: true,
    dropped: 0,
    close: async () => undefined,
  });
  const [a, b] = listeners;
  return {here: busFor(a, b), there: busFor(b, a), line, said};
};
