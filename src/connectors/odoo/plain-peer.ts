import {fieldsOf, textField} from '../../protocol/fields.js';
import {MessageStream} from '../../protocol/message-stream.js';
import type {AnyEnvelope, Candidate, MessageType} from '../../protocol/messages.js';
import {LIMITS, parseBody} from '../../protocol/parse-body.js';
import {parseEnvelope} from '../../protocol/parse-envelope.js';
import type {CallMedia} from '../../types/media.js';
import type {Clock} from '../../util/clock.js';
import {parseJson} from '../../util/parse-json.js';

/** The endpoint as which the core knows an app. */
export const APP = 'app';

/** An app's words: bare descriptions and candidates, as WebRTC gives them. */
export type PlainType = 'offer' | 'answer' | 'ice_candidate';

export const isPlain = (type: string): type is PlainType => type === 'offer' || type === 'answer' || type === 'ice_candidate';

export interface PlainPeerParts {
  readonly clock: Clock;
  readonly call: string;
  readonly media: CallMedia;
  /** Who the person here is, and who the other side is for the core. */
  readonly self: string;
  readonly other: string;
  deliver(envelope: object): void;
  /** To the app, in the name of a page of ours. */
  signal(endpoint: string, type: PlainType, data: object): void;
  /** The person here wants to answer an app's call, or has a word for the server. */
  said(endpoint: string, envelope: AnyEnvelope): Promise<void>;
}

/**
 * An app that knows nothing but offers, answers and candidates, as an endpoint that speaks the core's protocol. It has no
 * word for `ringing`, `accept` and `confirm`: an answer of its own accepts; the server's yes confirms.
 */
export class PlainPeer {
  readonly #parts: PlainPeerParts;
  /** One for each page of ours. */
  readonly #streams = new Map<string, MessageStream>();
  /** The page that talks with it. */
  #chosen: string | undefined;
  #isCalled = false;
  #hasAnswered = false;
  #offer: string | undefined;
  #generation = 0;
  #waiting: Candidate[] = [];

  constructor(parts: PlainPeerParts) {
    this.#parts = parts;
  }

  /** It is called by this page, and may ring. */
  rings(endpoint: string): void {
    [this.#chosen, this.#isCalled] = [endpoint, true];
    this.#stream(endpoint).post('ringing', {});
  }

  /** The server took the answer of this page to the app's call. */
  confirm(endpoint: string): void {
    if (this.#chosen) return;
    this.#chosen = endpoint;
    this.#stream(endpoint).post('confirm', {});
    if (this.#offer === undefined) return;
    this.#post('offer', {generation: this.#generation, sdp: this.#offer});
    this.#pour();
  }

  /** From the core. */
  say(endpoint: string, message: object): void {
    const envelope = parseEnvelope(message);
    if (typeof envelope !== 'string') this.#stream(endpoint).receive(envelope);
  }

  /** From the app. */
  hear(type: PlainType, data: unknown): void {
    const fields = fieldsOf(typeof data === 'string' ? parseJson(data) : data) ?? {};
    if (type === 'ice_candidate') return this.#candidate(fields);
    // XML-RPC makes one character of its line ends.
    const sdp = textField(fields, 'sdp', LIMITS.sdp)?.replace(/\r?\n/g, '\r\n');
    // Only who calls makes offers.
    if (!sdp || this.#isCalled !== (type === 'answer')) return;
    if (type === 'offer') this.#offered(sdp);
    else this.#answered(sdp);
  }

  close(): void {
    for (const stream of this.#streams.values()) stream.close();
    this.#waiting = [];
  }

  #offered(sdp: string): void {
    // Another certificate is another connection; with the same one, it is a restart of its ICE.
    if (fingerprintOf(sdp) !== fingerprintOf(this.#offer ?? '')) this.#generation += 1;
    const isFirst = this.#offer === undefined;
    this.#offer = sdp;
    if (!this.#chosen) return;
    this.#post('offer', {generation: this.#generation, sdp});
    if (isFirst) this.#pour();
  }

  #answered(sdp: string): void {
    if (!this.#chosen) return;
    if (!this.#hasAnswered) this.#post('accept', {media: this.#parts.media});
    this.#hasAnswered = true;
    this.#post('answer', {generation: this.#generation, sdp});
    this.#pour();
  }

  #candidate(fields: object): void {
    const [candidate] = parseBody('candidates', {generation: 0, candidates: [fields]})?.candidates ?? [];
    // An empty one says that there are no more, which nobody has to know.
    if (!candidate?.candidate || this.#waiting.length >= LIMITS.earlyCandidates) return;
    this.#waiting.push(candidate);
    if (this.#chosen && (this.#hasAnswered || this.#offer !== undefined)) this.#pour();
  }

  #pour(): void {
    while (this.#waiting.length) this.#post('candidates', {generation: this.#generation, candidates: this.#waiting.splice(0, LIMITS.candidates)});
  }

  #post(...word: Parameters<MessageStream['post']>): void {
    if (this.#chosen) this.#stream(this.#chosen).post(...word);
  }

  #delivered(endpoint: string, envelope: AnyEnvelope): void {
    switch (envelope.type) {
      case 'offer':
        this.#generation = envelope.body.generation;
        return this.#parts.signal(endpoint, 'offer', {type: 'offer', sdp: envelope.body.sdp});
      case 'answer':
        return this.#parts.signal(endpoint, 'answer', {type: 'answer', sdp: envelope.body.sdp});
      case 'candidates':
        for (const candidate of envelope.body.candidates) this.#parts.signal(endpoint, 'ice_candidate', candidate);
        return;
      case 'ringing':
      case 'accept':
        return void this.#parts.said(endpoint, envelope);
      default:
    }
  }

  #stream(endpoint: string): MessageStream {
    const {clock, call, self, other, deliver} = this.#parts;
    const known = this.#streams.get(endpoint);
    if (known) return known;
    const [from, to] = [{user: other, endpoint: APP}, {user: self, endpoint}];
    const stream = new MessageStream({
      clock,
      send: (type: MessageType, body, numbers) => deliver({v: 1, call, from, to, ...numbers, type, body}),
      deliver: (envelope) => this.#delivered(endpoint, envelope),
    });
    this.#streams.set(endpoint, stream);
    return stream;
  }
}

const fingerprintOf = (sdp: string): string | undefined => /^a=fingerprint:(.*)$/m.exec(sdp)?.[1];
