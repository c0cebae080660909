const PREFIX = 'call-elements-';

/** The name of a person's call window: plain letters, digits and dashes, since some browsers take no others. */
export const callWindowName = (user: string): string =>
  `${PREFIX}${[...user].map((one) => (/[a-z0-9]/i.test(one) ? one : `_${one.codePointAt(0)?.toString(16)}_`)).join('')}`;

/** The name of the window that this page is in, when that is a call's own; else empty. */
export const ownWindowName = (): string => {
  const name = typeof window === 'undefined' ? '' : window.name;
  return name.startsWith(PREFIX) ? name : '';
};
