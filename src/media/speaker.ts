import {pageDevices} from './devices.js';

/** The id of the loudspeaker of the person's choice; empty for the system's own. */
export type SpeakerChoice = () => Promise<string>;

/** An element or a context that sounds. Not in every browser can it be told where. */
export interface Sink {
  readonly sinkId?: unknown;
  setSinkId?(id: string): Promise<void>;
}

export interface Speaker {
  /** Lets it be heard where the person wants it, wherever that is meanwhile, until `signal` aborts. */
  route(sink: Sink, signal: AbortSignal): void;
  /** The choice is another one now. */
  changed(): void;
}

export const createSpeaker = (choice: SpeakerChoice = async () => '', devices = pageDevices()): Speaker => {
  const routes = new Set<() => void>();

  const send = async (sink: Sink): Promise<void> => {
    const id = await choice();
    const all = id ? await devices?.enumerateDevices() : [];
    // One that was left at home must not cost the voice; what it is unplugged from falls silent in some browsers.
    const there = all?.some(({deviceId}) => deviceId === id) ? id : '';
    if (sink.sinkId !== there) await sink.setSinkId?.(there);
  };

  return {
    route: (sink, signal) => {
      if (!sink.setSinkId || signal.aborted) return;
      const go = (): void => void send(sink).catch(() => {});
      routes.add(go);
      devices?.addEventListener('devicechange', go);
      signal.addEventListener('abort', () => {
        routes.delete(go);
        devices?.removeEventListener('devicechange', go);
      });
      go();
    },
    changed: () => routes.forEach((go) => go()),
  };
};
