import type {Log} from './log.js';
import type {Permissions} from './presence/presence.js';
import type {Settings} from './store/settings.js';

type Ask = Permissions[keyof Permissions];

const everyone = (): boolean => true;

const careful =
  (ask: Ask, log: Log): Ask =>
  async (who, other) => {
    try {
      return (await ask(who, other)) === true;
    } catch (error) {
      log.error({code: 'hook-failed', error}, 'A hook failed, so the answer was no.');
      return false;
    }
  };

/** Everyone who is signed in may call and see everyone, unless a hook says otherwise; only `true` means yes. */
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
