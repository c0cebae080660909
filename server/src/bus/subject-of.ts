/** A subject about one user or thing. In hex, so that dots, spaces and wildcards in an id mean nothing to the bus. */
export const subjectOf = (topic: string, id: string): string => `${topic}.${Buffer.from(id).toString('hex')}`;
