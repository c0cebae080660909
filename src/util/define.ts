import {VERSION} from './version.js';
import {warnOnce} from './warn-once.js';

interface Versioned extends CustomElementConstructor {
  readonly version?: string;
}

/** Registers a tag; a second copy of the library is skipped, and warned of when it is another version. */
export const define = (tag: string, element: Versioned): void => {
  const registry = globalThis.customElements as CustomElementRegistry | undefined;
  if (!registry) return;
  const known = registry.get(tag) as Versioned | undefined;
  if (!known) {
    registry.define(tag, element);
  } else if (known !== element && known.version !== VERSION) {
    warnOnce(`version ${tag}`, `<${tag}> is of version ${known.version ?? 'unknown'}; ${VERSION} is not used.`);
  }
};
