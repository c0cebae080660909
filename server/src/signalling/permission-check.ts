import type {SignedInUser} from '../identity/signed-in-user.js';
import type {Permissions} from '../presence/presence.js';

/** Milliseconds that an answer holds, and that it may take. */
const TRUST = 5000;
const PATIENCE = 5000;
const MOST_ANSWERS = 10_000;

interface Answer {
  readonly until: number;
  readonly allowed: Promise<boolean>;
}

/** Asks the portal's hook who may call whom, once in a while for each pair. No answer, or none in time, means no. */
export const createPermissionCheck = ({mayCall}: Permissions, now: () => number = Date.now) => {
  const answers = new Map<string, Answer>();

  const ask = async (from: SignedInUser, to: string): Promise<boolean> => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<false>((resolve) => (timer = setTimeout(resolve, PATIENCE, false)));
    try {
      return (await Promise.race([mayCall(from, to), late])) === true;
    } catch {
      return false;
    } finally {
      clearTimeout(timer);
    }
  };

  return (from: SignedInUser, to: string): Promise<boolean> => {
    if (from.id === to) return Promise.resolve(true);
    // Neither id can hold a line break.
    const pair = `${from.id}\n${to}`;
    const known = answers.get(pair);
    if (known && known.until > now()) return known.allowed;
    if (answers.size >= MOST_ANSWERS) answers.clear();
    const allowed = ask(from, to);
    answers.set(pair, {until: now() + TRUST, allowed});
    return allowed;
  };
};

export type PermissionCheck = ReturnType<typeof createPermissionCheck>;
