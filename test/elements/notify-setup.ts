import {createSettingsStore} from '../../src/settings/settings-store.js';

const clean: (() => void)[] = [];

/** Undoes what a test put in the place of the browser's own. */
export const restore = (): void => {
  for (const undo of clean.splice(0).reverse()) undo();
};

export const replace = (object: object, name: string, value: unknown): void => {
  const own = Object.getOwnPropertyDescriptor(object, name);
  Object.defineProperty(object, name, {configurable: true, writable: true, value});
  clean.push(() => (own ? Object.defineProperty(object, name, own) : delete (object as Record<string, unknown>)[name]));
};

/** Whether the page is seen, as a test has it. */
export const useVisibility = (first: DocumentVisibilityState) => {
  let state = first;
  Object.defineProperty(document, 'visibilityState', {configurable: true, get: () => state});
  clean.push(() => Reflect.deleteProperty(document, 'visibilityState'));
  return (next: DocumentVisibilityState): void => {
    state = next;
    document.dispatchEvent(new Event('visibilitychange'));
  };
};

/** A system that shows notifications, and tells which are to be seen. */
export class FakeNotifications {
  readonly shown: FakeNotification[] = [];
  readonly asked: string[] = [];
  readonly Notification: unknown;

  constructor(permission: NotificationPermission, answer: NotificationPermission = permission) {
    const {shown, asked} = this;
    this.Notification = class extends FakeNotification {
      static permission = permission;
      static async requestPermission(): Promise<NotificationPermission> {
        asked.push(this.permission);
        this.permission = answer;
        return answer;
      }
      constructor(title: string, options: NotificationOptions) {
        super(title, options);
        shown.push(this);
      }
    };
    replace(globalThis, 'Notification', this.Notification);
  }

  get open(): readonly FakeNotification[] {
    return this.shown.filter(({isOpen}) => isOpen);
  }
}

class FakeNotification {
  onclick: (() => void) | null = null;
  isOpen = true;

  constructor(
    readonly title: string,
    readonly options: NotificationOptions,
  ) {}

  close(): void {
    this.isOpen = false;
  }
}

/** Somebody whom nothing is remembered of but what is given. */
export const someone = async (settings: {readonly notify?: boolean; readonly notifyOffered?: boolean} = {}): Promise<string> => {
  const user = `user-${crypto.randomUUID()}`;
  await createSettingsStore(user).save({notifyOffered: true, ...settings});
  return user;
};
