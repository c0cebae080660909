import type {SignedInUser} from './identity/signed-in-user.js';
import type {Log} from './log.js';
import {RecentMap} from './recent-map.js';
import type {Settings} from './store/settings.js';
import {within} from './within.js';

/** Who may do what. Each may be async; one that throws, rejects or takes too long means no. */
export interface Permissions {
  /** May `from` ring, and write to, the user `to`? Not asked of answers: who was written to may answer about that call. */
  mayCall(from: SignedInUser, to: string): boolean | Promise<boolean>;
  /** May `who` see how `other` is? */
  maySee(who: SignedInUser, other: string): boolean | Promise<boolean>;
}

type Ask = Permissions[keyof Permissions];

/** Milliseconds that an answer may take: a caller's page waits three seconds. */
const PATIENCE = 2000;
/** Milliseconds that an answer holds. */
const TRUST = 5000;
const MOST_ANSWERS = 10_000;

interface Answer {
  readonly until: number;
  readonly allowed: Promise<boolean>;
}

const everyone = (): boolean => true;

/** Asks once in a while for each pair. Only `true`, and in time, means yes; an answer that comes late is for whoever asks next. */
const careful = (ask: Ask, log: Log): Ask => {
  const answers = new RecentMap<Answer>(MOST_ANSWERS);

  const question = async (who: SignedInUser, other: string): Promise<boolean> => {
    try {
      return (await ask(who, other)) === true;
    } catch (error) {
      log.error({code: 'hook-failed', error}, 'A hook failed, so the answer was no.');
      return false;
    }
  };

  const recent = (who: SignedInUser, other: string): Promise<boolean> => {
    // Neither id can hold a line break.
    const pair = `${who.id}\n${other}`;
    const known = answers.get(pair);
    if (known && Date.now() < known.until) return known.allowed;
    const allowed = question(who, other);
    answers.set(pair, {until: Date.now() + TRUST, allowed});
    return allowed;
  };

  return async (who, other) => {
    if (who.id === other) return true;
    return within(recent(who, other), PATIENCE, () => false);
  };
};

/** Everyone who is signed in may call and see everyone, unless a hook says otherwise; and everyone themselves. */
export const createPermissions = ({mayCall = everyone, maySee = everyone}: Partial<Permissions>, log: Log): Permissions => ({
  mayCall: careful(mayCall, log),
  maySee: careful(maySee, log),
});

/** Whatever the hooks say, nobody may call while the administrators' policy says so. */
export const withPolicy = ({mayCall = everyone, ...rest}: Partial<Permissions>, settings: Pick<Settings, 'read'>): Partial<Permissions> => ({
  ...rest,
  async mayCall(from, to) {
    const {value} = await settings.read('policy');
    return value.mayCall === 'everyone' && mayCall(from, to);
  },
});
