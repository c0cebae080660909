import type {CallErrorCode} from '../types/call-error.js';
import type {CallPhase} from '../types/call-phase.js';
import type {EndedBy, EndReason} from '../types/end-reason.js';
import type {DeviceKind, MediaKind} from '../types/media.js';
import type {PartTerms} from './parts.js';

/** A sentence, with or without a person's name in it. */
export type Sentence = string | ((name: string) => string);

/** The same sentence whoever ended the call, or one for each. */
export type EndSentence = Sentence | Readonly<Record<EndedBy, Sentence>>;

/** What went wrong, and what a person can do about it. */
export interface ErrorTerms {
  readonly sentence: string;
  readonly wayOut: string;
}

/** What is said while there is no call. */
export interface RestTerms {
  readonly dir: 'ltr' | 'rtl';

  readonly call: string;
  readonly cancel: string;
  readonly answer: string;
  readonly hangUp: string;

  readonly audioCallTo: (name: string) => string;
  readonly videoCallTo: (name: string) => string;
  readonly callWith: (name: string) => string;
  readonly isCalling: (name: string) => string;
  readonly inAnotherCall: string;
  readonly nobodyToCall: string;
  readonly notSignedIn: string;
}

/** What is said of a call. */
export interface TalkTerms {
  readonly presence: Readonly<Record<'available' | 'away' | 'busy' | 'do-not-disturb' | 'offline', string>>;

  readonly answerAudio: string;
  readonly decline: string;
  readonly close: string;

  readonly incomingAudio: string;
  readonly incomingVideo: string;
  /** Said to those who cannot see the popup while their focus is elsewhere. */
  readonly keyToCall: string;
  readonly soundBlocked: string;

  readonly moveWindow: string;
  readonly isMuted: (name: string) => string;
  readonly sharesScreen: (name: string) => string;
  readonly youShareScreen: string;

  readonly phases: Readonly<Record<Exclude<CallPhase, 'idle'>, string>>;
  /** Said in place of `phases.connected`. */
  readonly relayed: string;
  readonly weak: string;
  /** Said whatever is wrong with the line to the call service while connected. */
  readonly callGoesOn: string;
  /** Labels of the switches, the same whether on or off, and of the choices. */
  readonly devices: Readonly<Record<MediaKind | Exclude<DeviceKind, 'ringer'>, string>>;
  /** Opens the choice of devices. */
  readonly settings: string;
  readonly nothingToChoose: string;
  readonly pending: Readonly<Record<MediaKind, string>>;
  readonly unavailable: Readonly<Record<MediaKind, string>>;
  readonly ends: Readonly<Record<EndReason, EndSentence>>;
  /** What is known so far; `error-terms.ts` fetches the rest. */
  readonly errors: Readonly<Partial<Record<CallErrorCode, ErrorTerms>>>;
}

/** Every word that the elements say, in one language. */
export interface CallTerms extends RestTerms, TalkTerms {
  /** Of what is loaded by itself. Those that come with the library are files of their own. */
  readonly parts?: {readonly [P in keyof PartTerms]?: Partial<PartTerms[P]>};
}

/** What each language of ours has to have. */
export interface LanguageTerms extends CallTerms {
  readonly errors: Readonly<Record<CallErrorCode, ErrorTerms>>;
}

/** What is known of a language; what is missing is said in English. */
export type KnownTerms = RestTerms & Partial<TalkTerms> & Pick<CallTerms, 'parts'>;
