/** A source of sound or picture: its track, and how to stop making it. */
export interface Source {
  readonly track: MediaStreamTrack;
  stop(): void;
}
