import {Person} from './person.js';
import {PATIENCE} from './until.js';

/** What a press opens: the call's own window, or a meeting's, as another page of the same person. */
export const ownWindow = async (person: Person, press: () => Promise<void>): Promise<Person> => {
  const known = new Set(person.context.targets());
  const opened = person.context.waitForTarget((target) => target.type() === 'page' && !known.has(target), {timeout: PATIENCE});
  const [target] = await Promise.all([opened, press()]);
  const page = await target.page();
  if (!page) throw new Error(`${person.user}: the window has no page`);
  return Person.at(page, person);
};
