import type {Candidate, MessageBodies} from '../protocol/messages.js';
import {LIMITS} from '../protocol/parse-body.js';
import type {LinkPolicy} from '../protocol/peer-link.js';

type Offer = MessageBodies['offer'];

/** So many offers are answered before the person here agreed to talk: each costs a connection. */
const MOST_UNASKED = 4;

/** Holds the newest offer that may not be answered yet, with the candidates that came for it. */
export class OfferGate {
  readonly #answer: (offer: Offer, candidates: readonly Candidate[]) => void;
  #offer: Offer | undefined;
  #candidates: Candidate[] = [];
  #unasked = 0;
  #agreed = false;

  constructor(answer: (offer: Offer, candidates: readonly Candidate[]) => void) {
    this.#answer = answer;
  }

  /** The person here agreed to talk. */
  agree(): void {
    this.#agreed = true;
  }

  /** An offer came: it is answered now, or held in place of the one before. */
  receive(offer: Offer, policy: LinkPolicy): void {
    this.#offer = offer;
    this.#candidates = [];
    if (policy === 'none' || (!this.#agreed && this.#unasked >= MOST_UNASKED)) return;
    this.#unasked += 1;
    this.release();
  }

  /** False when no offer is held that they could belong to. */
  holds(candidates: readonly Candidate[]): boolean {
    if (this.#offer) this.#candidates.push(...candidates.slice(0, LIMITS.earlyCandidates - this.#candidates.length));
    return this.#offer !== undefined;
  }

  /** Has the held one answered; false when there is none. */
  release(): boolean {
    const offer = this.#offer;
    this.#offer = undefined;
    if (offer) this.#answer(offer, this.#candidates);
    return offer !== undefined;
  }
}
