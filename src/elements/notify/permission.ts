/** `unasked`: a press may ask for it. `never`: this browser, or a page that is not served securely, has no notifications. */
export type NotifyPermission = 'granted' | 'unasked' | 'denied' | 'never';

export const notifyPermission = (): NotifyPermission => {
  if (!('Notification' in globalThis) || !globalThis.isSecureContext) return 'never';
  const {permission} = Notification;
  return permission === 'default' ? 'unasked' : permission;
};

/** Asks the person, by the browser's own question. Only within a press: browsers refuse it otherwise, and rightly. */
export const askToNotify = async (): Promise<NotifyPermission> => {
  // Some browsers reject where they do not want to ask.
  if (notifyPermission() === 'unasked') await Notification.requestPermission().catch(() => undefined);
  return notifyPermission();
};
