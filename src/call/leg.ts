import type {AnyEnvelope, MessageBodies, MessageType} from '../protocol/messages.js';
import {MessageStream} from '../protocol/message-stream.js';
import {NOTHING_SENT} from '../types/media.js';
import type {RemoteMedia, TextKind} from '../types/media.js';
import type {EndReason} from '../types/end-reason.js';
import type {Goodbye, LinkHealth, LinkMessageType, LinkPolicy, LinkReport, LinkStatus, PeerLink} from '../protocol/peer-link.js';
import {IDLE_STATE} from '../types/call-state.js';
import type {CallPlatform} from './platform.js';

export interface LegOptions {
  readonly platform: CallPlatform;
  readonly role: 'offerer' | 'answerer';
  iceServers(fresh: boolean): Promise<readonly RTCIceServer[]>;
  send(type: MessageType, body: object, numbers: {readonly seq: number; readonly ack: number}): void;
  deliver(leg: Leg, envelope: AnyEnvelope): void;
  /** The link's status, how well it carries, or what the other side sends changed. */
  changed(leg: Leg): void;
  gone(leg: Leg, reason: EndReason): void;
  away(leg: Leg): void;
  text(leg: Leg, text: string, kind: TextKind): void;
}

/** What is known of the way to one endpoint. */
export interface LegReport extends LinkReport {
  /** By the signalling. */
  readonly isHeard: boolean;
}

/** What one attempt has with one endpoint of the other side: messages in order, and perhaps a link. */
export class Leg {
  readonly #options: LegOptions;
  readonly #stream: MessageStream;
  link: PeerLink | undefined;
  status: LinkStatus = 'connecting';
  health: LinkHealth = IDLE_STATE;
  remoteMedia: RemoteMedia = NOTHING_SENT;

  constructor(options: LegOptions) {
    this.#options = options;
    this.#stream = new MessageStream({
      clock: options.platform.clock,
      send: options.send,
      deliver: (envelope) => options.deliver(this, envelope),
    });
  }

  post<T extends MessageType>(type: T, body: MessageBodies[T]): void {
    this.#stream.post(type, body);
  }

  /** False for what had come before. */
  receive(envelope: AnyEnvelope): boolean {
    return this.#stream.receive(envelope);
  }

  openLink(policy: LinkPolicy): PeerLink {
    const {platform, role, iceServers} = this.#options;
    this.link ??= platform.createLink({
      role,
      policy,
      iceServers,
      send: <T extends LinkMessageType>(type: T, body: MessageBodies[T]) => this.#stream.post(type, body),
      status: (status) => {
        // A path that is still the same is not looked at anew.
        if (status !== this.status) this.health = IDLE_STATE;
        this.status = status;
        this.#options.changed(this);
      },
      health: (health) => {
        this.health = health;
        this.#options.changed(this);
      },
      remoteMedia: (media) => {
        this.remoteMedia = media;
        this.#options.changed(this);
      },
      remoteText: (text, kind) => this.#options.text(this, text, kind),
      remoteGone: (reason) => this.#options.gone(this, reason),
      remoteAway: () => this.#options.away(this),
    });
    return this.link;
  }

  get report(): LegReport | undefined {
    return this.link && {...this.link.report, isHeard: this.#stream.isHeard};
  }

  /** The line is there now: nothing waits for its next repeat. */
  nudge(): void {
    this.#stream.nudge();
  }

  close(goodbye?: Goodbye): void {
    this.#stream.close();
    this.link?.close(goodbye);
  }
}
