import type {Person} from '../../e2e/harness/person.js';

/** What a person is shown and told at this moment: how the call stands or ended, troubles, and the words for it. */
export const outcomeOf = async (person: Person): Promise<string> => {
  const reason = await person.attribute('call-window', 'end-reason');
  const phase = await person.attribute('call-window');
  const troubles = (await person.seen('journal')).filter((line) => line.startsWith('call-error '));
  const codes = new Set(troubles.map((line) => line.split(' ').at(-1)));
  const words = [await person.words('call-window', 'message'), await person.words('call-window', 'status')].filter(Boolean);
  const said = words.length > 0 ? `“${words.join(' ').replaceAll(/\s+/g, ' ')}”` : '';
  return [reason || phase, ...codes, said].filter(Boolean).join(', ');
};

/** Codes of the troubles that a person's page was told of. */
export const troublesOf = async (person: Person): Promise<string[]> => {
  const lines = (await person.seen('journal')).filter((line) => line.startsWith('call-error '));
  return lines.map((line) => line.split(' ').at(-1) ?? '');
};
