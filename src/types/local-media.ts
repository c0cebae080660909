import type {CallError} from './call-error.js';
import type {DeviceState, MediaKind, PerKind} from './media.js';

/** What local media tells its owner. */
export interface LocalMediaListener {
  /** A track or a state is another one now. */
  changed(): void;
  /** Something a person should know; the call goes on. */
  trouble(error: CallError): void;
}

/** This side's microphone, camera and screen during one call. */
export interface LocalMedia {
  readonly states: PerKind<DeviceState>;
  /** What is to be sent: live tracks that are switched on. */
  readonly tracks: PerKind<MediaStreamTrack | undefined>;
  /** Own camera, for the preview; the same object throughout. */
  readonly preview: MediaStream;
  /** Own screen while it is shared; the same object throughout. */
  readonly screen: MediaStream;
  /** Reads what is remembered, ahead of an answer. Opens nothing. */
  prepare(): void;
  /**
   * Opens the wanted devices with as few prompts as can be, after applying the remembered state: what was off
   * stays off and is not opened. Resolves when nothing is pending; a device that is missing or taken is a trouble,
   * not a failure. Rejects with a CallError when the person, or the page's policy, forbids the microphone.
   */
  open(want: {readonly mic: boolean; readonly camera: boolean}): Promise<void>;
  /** Switches one on or off and remembers it (not the screen). Rejects with a CallError when it cannot be on. */
  set(kind: MediaKind, on: boolean): Promise<void>;
  /**
   * Takes another device, in mid-call without a gap where two can be open at once, and remembers it once it is in use. On
   * failure the old one stays and the trouble is told. What is off is not opened: then the choice is only remembered.
   */
  use(kind: 'mic' | 'camera', deviceId: string): Promise<void>;
  /** Stops every track, forgets every listener. What is still being opened is stopped when it arrives. */
  close(): void;
}
