import type {Clock} from '../util/clock.js';
import type {AnyEnvelope, MessageBodies, MessageType} from './messages.js';

/** Milliseconds: the first repeat, and the longest pause between two. */
const FIRST_REPEAT = 500;
const LONGEST_REPEAT = 2000;
/** An acknowledgement waits this long for something to ride on. */
const ACK_DELAY = 100;
/** How far ahead of a gap messages are kept, and how many may wait for their acknowledgement. */
const WINDOW = 256;
/** So many at a time: a side that acknowledges nothing must not have everything repeated to it. */
const REPEATED = 16;

export interface MessageStreamOptions {
  readonly clock: Clock;
  /** Puts it on the wire, which may lose it. */
  send(type: MessageType, body: object, numbers: {readonly seq: number; readonly ack: number}): void;
  /** Called once for each message of the other side, in its order. */
  deliver(envelope: AnyEnvelope): void;
}

/**
 * Order and certainty between two endpoints of one call, over a pipe that may lose, double, delay and
 * reorder: numbers, acknowledgements and repeats, after TCP (RFC 9293) in its simplest form.
 */
export class MessageStream {
  readonly #options: MessageStreamOptions;
  readonly #unacknowledged = new Map<number, {readonly type: MessageType; readonly body: object}>();
  readonly #early = new Map<number, AnyEnvelope>();
  #sent = 0;
  #received = 0;
  #pause = FIRST_REPEAT;
  #cancelRepeat: (() => void) | undefined;
  #cancelAck: (() => void) | undefined;
  #closed = false;

  constructor(options: MessageStreamOptions) {
    this.#options = options;
  }

  /** False when the other side left what was repeated to it without a word. */
  get isHeard(): boolean {
    return this.#pause < LONGEST_REPEAT;
  }

  /** Sends, and repeats until the other side has it. What goes beyond the window is given up: nobody is listening. */
  post<T extends MessageType>(type: T, body: MessageBodies[T]): void {
    if (this.#closed || this.#unacknowledged.size >= WINDOW) return;
    this.#sent += 1;
    this.#unacknowledged.set(this.#sent, {type, body});
    this.#put(this.#sent, type, body);
    this.#repeatLater();
  }

  /** Takes in what came; false for what had come before. */
  receive(envelope: AnyEnvelope): boolean {
    if (this.#closed) return false;
    this.#acknowledged(envelope.ack);
    if (envelope.seq === 0) return true;
    this.#ackLater();
    if (envelope.seq <= this.#received || this.#early.has(envelope.seq)) return false;
    if (envelope.seq > this.#received + WINDOW) return false;
    this.#early.set(envelope.seq, envelope);
    this.#deliverInOrder();
    return true;
  }

  /** The way may be there now: what was not acknowledged goes out again at once. */
  nudge(): void {
    const oldest = [...this.#unacknowledged].slice(0, REPEATED);
    for (const [seq, {type, body}] of oldest) this.#put(seq, type, body);
  }

  close(): void {
    this.#closed = true;
    this.#cancelRepeat?.();
    this.#cancelAck?.();
    this.#unacknowledged.clear();
    this.#early.clear();
  }

  #deliverInOrder(): void {
    let next = this.#early.get(this.#received + 1);
    while (next && !this.#closed) {
      this.#received += 1;
      this.#early.delete(this.#received);
      if (next.type !== 'skip') this.#options.deliver(next);
      next = this.#early.get(this.#received + 1);
    }
  }

  #acknowledged(ack: number): void {
    let progress = false;
    for (const seq of this.#unacknowledged.keys()) {
      if (seq > ack) break;
      this.#unacknowledged.delete(seq);
      progress = true;
    }
    if (!progress) return;
    this.#pause = FIRST_REPEAT;
    this.#cancelRepeat?.();
    this.#cancelRepeat = undefined;
    this.#repeatLater();
  }

  #repeatLater(): void {
    if (this.#cancelRepeat || this.#unacknowledged.size === 0) return;
    this.#cancelRepeat = this.#options.clock.after(this.#pause, () => {
      this.#cancelRepeat = undefined;
      this.#pause = Math.min(this.#pause * 2, LONGEST_REPEAT);
      this.nudge();
      this.#repeatLater();
    });
  }

  #ackLater(): void {
    this.#cancelAck ??= this.#options.clock.after(ACK_DELAY, () => this.#put(0, 'ack', {}));
  }

  #put(seq: number, type: MessageType, body: object): void {
    this.#cancelAck?.();
    this.#cancelAck = undefined;
    this.#options.send(type, body, {seq, ack: this.#received});
  }
}
