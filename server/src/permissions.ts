import type {Log} from './log.js';
import type {Permissions} from './presence/presence.js';
import type {Settings} from './store/settings.js';

type Ask = Permissions[keyof Permissions];

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

const everyone = (): boolean => true;

/** Everyone who is signed in may call and see everyone, unless a hook or the policy says otherwise; only `true` means yes. */
export const createPermissions = (
  {mayCall = everyone, maySee = everyone}: Partial<Permissions>,
  settings: Pick<Settings, 'read'>,
  log: Log,
): Permissions => {
  const mayCallNow: Ask = async (from, to) => {
    const policy = await settings.read('policy');
    return policy.value.mayCall === 'everyone' && mayCall(from, to);
  };
  return {mayCall: careful(mayCallNow, log), maySee: careful(maySee, log)};
};
