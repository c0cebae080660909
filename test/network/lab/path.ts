import type {Person} from '../../e2e/harness/person.js';
import {until} from '../../e2e/harness/until.js';

export interface Path {
  readonly local: string;
  readonly remote: string;
  /** How the relay is reached, if it is ours: `udp`, `tcp`, `tls`. */
  readonly protocol: string;
}

/** The path of a person's newest connection that has one, as the browser tells it; the library is not asked. */
const readPath = async (): Promise<Path | undefined> => {
  for (const connection of [...window.seen.connections].reverse()) {
    const stats = await connection.getStats();
    const all = [...stats.values()] as Record<string, string>[];
    const pair = stats.get(all.find(({type}) => type === 'transport')?.['selectedCandidatePairId'] ?? '');
    const [local, remote] = [stats.get(pair?.localCandidateId), stats.get(pair?.remoteCandidateId)];
    if (connection.connectionState === 'closed' || !local || !remote) continue;
    return {local: local.candidateType, remote: remote.candidateType, protocol: local.relayProtocol ?? local.protocol};
  }
  return undefined;
};

export const pathOf = async (person: Person): Promise<Path> => {
  const path = await person.page.evaluate(readPath);
  if (!path) throw new Error(`${person.user} has no path to anybody.`);
  return path;
};

export const isRelayed = ({local, remote}: Path): boolean => local === 'relay' || remote === 'relay';

/** In the words of the table. */
export const describePath = (path: Path): string =>
  `${isRelayed(path) ? 'relay' : 'direct'} (${path.local}–${path.remote}, ${path.protocol})`;

/** The connection that is made while it rings has come as far as it may. */
export const prepared = (person: Person, state: 'connected' | 'gathered'): Promise<void> =>
  until(`${person.user}'s connection is ${state}`, () =>
    person.page.evaluate(
      (wanted) =>
        window.seen.connections.some(({connectionState, iceGatheringState}) =>
          wanted === 'connected' ? connectionState === 'connected' : iceGatheringState === 'complete',
        ),
      state,
    ),
  );
