import type {Person} from './person.js';
import type {Arrival, Stage} from './stage.js';

/** Two people at their pages. */
export const aliceAndBob = (stage: Stage, ofAlice: Arrival = {}, ofBob: Arrival = {}): Promise<[Person, Person]> =>
  Promise.all([stage.person('alice', ofAlice), stage.person('bob', ofBob)]);

/** One presses, and the other's page rings; both see it. */
export const ring = async (caller: Person, callee: Person): Promise<void> => {
  await caller.call(callee.user);
  await callee.rings();
  await caller.phase('ringing');
  await Promise.all([callee.find({host: 'incoming-call', part: 'answer'}), caller.find({host: 'call-window', part: 'hangup'})]);
};

export const connected = (...people: Person[]): Promise<unknown> => Promise.all(people.map((person) => person.phase('connected')));

/** One calls and the other answers. */
export const talk = async (caller: Person, callee: Person): Promise<void> => {
  await ring(caller, callee);
  await callee.answer();
  await connected(caller, callee);
};

/** Ids of the calls that got as far as being connected. */
export const callsOf = async (person: Person): Promise<string[]> => {
  const lines = (await person.seen('journal')).filter((line) => line.startsWith('call-connected '));
  return lines.map((line) => line.split(' ')[1] ?? '');
};

/** True if the page has ever rung. */
export const hasRung = async (person: Person): Promise<boolean> =>
  (await person.seen('journal')).includes('incoming-call state=ringing');
