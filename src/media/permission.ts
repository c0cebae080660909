export type Permission = PermissionState | 'unknown';

/** Whether this page may use a device, as far as the browser tells without asking the person. */
export const permission = async (name: 'microphone' | 'camera'): Promise<Permission> => {
  try {
    // TypeScript's list of names has lagged behind the browsers' for years; others throw a TypeError.
    return (await navigator.permissions.query({name: name as PermissionName})).state;
  } catch {
    return 'unknown';
  }
};
