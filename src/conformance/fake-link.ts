import type {MessageBodies} from '../protocol/messages.js';
import {createRecovery} from '../rtc/recovery.js';
import {SearchNotes} from '../rtc/search-notes.js';
import {syncStream} from '../util/sync-stream.js';
import type {DeviceState, PerKind, TextKind} from '../types/media.js';
import {NO_TRACKS} from '../protocol/peer-link.js';
import type {Goodbye, LinkHealth, LinkMessageType, LinkPath, LinkPolicy, LinkReport, OutgoingTracks, PeerLink, PeerLinkOptions} from '../protocol/peer-link.js';
import type {Clock} from '../util/clock.js';
import type {FakeNetwork, NetworkEnd} from './fake-network.js';
import {fakeStream} from './fake-tracks.js';

export interface FakeLinkSeams {
  readonly clock: Clock;
  readonly network: FakeNetwork;
  readonly device: string;
  /** Tracks were handed over to be sent. */
  attached(tracks: OutgoingTracks): void;
  closed(link: FakeLink): void;
}

/** A link that exchanges descriptions as the real one does, and connects over a simulated network. */
export class FakeLink implements PeerLink, NetworkEnd {
  readonly remote = fakeStream();
  readonly remoteScreen = fakeStream();
  readonly device: string;
  readonly role: PeerLinkOptions['role'];
  /** How much of this device's address could be gathered, from first to last. */
  readonly policies: LinkPolicy[];
  /** How often it asked for fresh ICE servers. */
  freshAsked = 0;
  readonly #options: PeerLinkOptions;
  readonly #seams: FakeLinkSeams;
  readonly #name: string;
  readonly #recovery;
  /** What is seen of the network; a test adds what a browser would. */
  readonly notes = new SearchNotes();
  #tracks = NO_TRACKS;
  #states: PerKind<DeviceState> | undefined;
  #held: string | undefined;
  #answered = false;
  isOpen = true;

  constructor(options: PeerLinkOptions, seams: FakeLinkSeams) {
    this.#options = options;
    this.#seams = seams;
    this.policies = [options.policy];
    this.role = options.role;
    this.device = seams.device;
    this.#name = seams.network.add(this);
    this.#recovery = createRecovery(seams.clock, () => this.renew(), () => this.renew());
    if (options.role === 'offerer') void this.#describe('offer', {fresh: false});
  }

  receive<T extends LinkMessageType>(type: T, body: MessageBodies[T]): void {
    if (!this.isOpen) return;
    this.notes.hear(body);
    if (type === 'renew') return this.role === 'offerer' ? this.renew() : undefined;
    if (!('sdp' in body)) return;
    if (type === 'answer') return this.#seams.network.join(this, body.sdp);
    if (this.policies.at(-1) === 'none') this.#held = body.sdp;
    else this.#answer();
  }

  widen(policy: LinkPolicy): void {
    if (policy === this.policies.at(-1)) return;
    this.policies.push(policy);
    const held = this.#held;
    this.#held = undefined;
    if (held && this.isOpen) this.#answer();
  }

  attach(tracks: OutgoingTracks): void {
    this.#tracks = tracks;
    this.#seams.attached(tracks);
    this.#show();
  }

  tell(states: PerKind<DeviceState>): void {
    this.#states = states;
    const {mic, camera, screen} = states;
    const sent = {mic: mic === 'on', camera: camera === 'on', screen: screen === 'on'};
    this.#say((far) => far.#options.remoteMedia(Object.freeze(sent)));
  }

  sendText(text: string, kind: TextKind = 'line'): boolean {
    this.#say((far) => far.#options.remoteText(text, kind));
    return this.#seams.network.carries(this);
  }

  renew(): void {
    if (this.role === 'offerer') void this.#describe('offer', {fresh: true});
    else this.#options.send('renew', {generation: 1});
  }

  async path(): Promise<LinkPath | undefined> {
    return this.#seams.network.carries(this)
      ? {local: 'host', remote: 'host', protocol: 'udp', roundTripMs: 40, received: 0, lost: 0}
      : undefined;
  }

  get report(): LinkReport {
    return {search: this.notes, last: undefined};
  }

  /** The path is felt to be another, or to carry worse or better. */
  feel(health: LinkHealth): void {
    this.#options.health(health);
  }

  close(goodbye?: Goodbye): void {
    if (!this.isOpen) return;
    if (goodbye === 'away') this.#say((far) => far.#options.remoteAway());
    else if (goodbye) this.#say((far) => far.#options.remoteGone(goodbye));
    this.isOpen = false;
    this.#recovery.found();
    this.#seams.network.leave(this);
    syncStream(this.remote, []);
    syncStream(this.remoteScreen, []);
    this.#seams.closed(this);
  }

  joined(): void {
    this.#recovery.found();
    this.notes.status('connected');
    this.#options.status('connected');
    this.feel({path: 'direct', weak: false});
    if (this.#states) this.tell(this.#states);
    this.#show();
  }

  parted(): void {
    this.#recovery.lost();
    this.notes.status('lost');
    this.#options.status('lost');
  }

  /** As the real one does: the second offer to the same connection is a restart. */
  #answer(): void {
    void this.#describe('answer', {fresh: this.#answered});
    this.#answered = true;
  }

  async #describe(type: 'offer' | 'answer', {fresh}: {readonly fresh: boolean}): Promise<void> {
    if (fresh) this.freshAsked += 1;
    this.notes.configured(await this.#options.iceServers(fresh), this.policies.at(-1) ?? 'none');
    if (this.isOpen) this.#options.send(type, {generation: 1, sdp: this.#name});
  }

  #show(): void {
    const {mic, camera, screen} = this.#tracks;
    this.#say((far) => {
      syncStream(far.remote, [mic, camera]);
      syncStream(far.remoteScreen, [screen]);
    });
  }

  #say(what: (far: FakeLink) => void): void {
    this.#seams.network.say(this, (far) => {
      if (far instanceof FakeLink) what(far);
    });
  }
}
