import {createHash} from 'node:crypto';

/**
 * A subject about one user. Whatever is in an id, and however much, a digest is one short word: dots, spaces and wildcards
 * mean nothing to the bus, and whoever watches the bus reads no names.
 */
export const subjectOf = (topic: string, id: string): string =>
  `${topic}.${createHash('sha256').update(id).digest('hex')}`;
