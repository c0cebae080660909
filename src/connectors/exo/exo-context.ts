import type {LinkCall} from '../connector-registry.js';

/** A person, as eXo describes them; providers look at whatever else stands there. */
export interface ExoUser {
  readonly id: string;
  readonly title?: string;
  readonly [more: string]: unknown;
}

/** Where a button is to stand, as providers are told: always beside one person. */
export interface ExoContext {
  readonly currentUser: ExoUser;
  readonly userId: string | undefined;
  readonly isUser: boolean;
  readonly isGroup: false;
  readonly isSpace: false;
  readonly isRoom: false;
  readonly isSpaceEvent: false;
  readonly isIOS: boolean;
  readonly isAndroid: boolean;
  readonly isWindowsMobile: false;
  /** Who that person is. */
  details(): Promise<ExoUser>;
}

const isOn = (pattern: RegExp): boolean => pattern.test(globalThis.navigator?.userAgent ?? '');

/** Without a call it is what `init` gets. */
export const exoContext = (currentUser: ExoUser, call?: LinkCall & {readonly type: string}): ExoContext => ({
  currentUser,
  userId: call?.callee,
  isUser: call !== undefined,
  isGroup: false,
  isSpace: false,
  isRoom: false,
  isSpaceEvent: false,
  isIOS: isOn(/iPad|iPhone|iPod/),
  isAndroid: isOn(/Android/),
  isWindowsMobile: false,
  details: async () => {
    if (!call) return currentUser;
    const {callee, calleeName, account, type} = call;
    const [firstName = '', ...lastNames] = calleeName.split(' ');
    return {
      id: callee,
      title: calleeName,
      firstName,
      lastName: lastNames.join(' '),
      group: false,
      type: 'user',
      imAccounts: account ? {[type]: [{type, id: account}]} : {},
    };
  },
});
