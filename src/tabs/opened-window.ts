/** Which window this tab opened, kept over its page loads: only from here can it be reached by name. */
const OPENED = 'call-elements:opened';

export const rememberOpened = (name: string): void => {
  try {
    sessionStorage.setItem(OPENED, name);
  } catch {
    // Then a press can bring it to the front only while this page stays.
  }
};

export const openedHere = (): string | null => {
  try {
    return sessionStorage.getItem(OPENED);
  } catch {
    return null;
  }
};
