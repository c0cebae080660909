import type {Account} from './account.js';
import {AppError} from './app-error.js';
import {createMedia} from './media.js';
import type {Media} from './media.js';
import {MobileCall} from './mobile-call.js';
import type {CallNotification, Invitation, Signaling} from './notifications.js';
import {OdooBus} from './odoo-bus.js';
import {OdooMethods} from './odoo-methods.js';
import type {Measured} from './peer.js';
import type {Colour} from './picture.js';

export interface AppOptions {
  /** Hertz of the tone that it sends. */
  readonly tone?: number;
  /** Colour of the picture that it sends. */
  readonly colour?: Colour;
  readonly iceServers?: readonly RTCIceServer[];
}

/** Milliseconds after which nobody rings any more, whatever the bus has kept. */
const LONGEST_RING = 60_000;

const MOST_UNKNOWN = 20;

const idOf = (callee: string): number => {
  const [, id] = /^channel:(\d+)$/.exec(callee) ?? [];
  if (!id) throw new AppError(`This app calls channels, such as channel:3, and not ${callee}.`);
  return Number(id);
};

/** A phone: it knows three methods and three notifications of Odoo’s addon, and talks with one at a time. */
export class MobileApp {
  readonly #methods: OdooMethods;
  readonly #bus: OdooBus;
  readonly #options: AppOptions;
  readonly #calls = new Map<string, MobileCall>();
  /** What was said of a call before its beginning was known: socket and requests run side by side. */
  readonly #early = new Map<string, CallNotification[]>();
  readonly #rings = new Set<() => void>();

  private constructor(methods: OdooMethods, account: Account, options: AppOptions) {
    this.#methods = methods;
    this.#options = options;
    this.#bus = new OdooBus(account, (notifications) => this.#receive(notifications));
  }

  /** Throws when Odoo is not there, or does not know the login. */
  static async login(account: Account, options: AppOptions = {}): Promise<MobileApp> {
    const app = new MobileApp(await OdooMethods.signIn(account), account, options);
    await app.#bus.open();
    return app;
  }

  /** The call that rings or goes on; the last one when there is none. */
  get current(): MobileCall | undefined {
    const all = [...this.#calls.values()];
    return all.find(({state}) => state !== 'ended' && state !== 'ringing') ?? all.find(({state}) => state === 'ringing') ?? all.at(-1);
  }

  get measured(): Measured | undefined {
    return this.current?.measured;
  }

  /** Rings at all the other members of a channel, given as `channel:3`. */
  async call(callee: string, {video = false}: {readonly video?: boolean} = {}): Promise<MobileCall> {
    const channel = idOf(callee);
    const {call_id: id} = await this.#methods.startCall(channel, video ? 'video' : 'audio');
    const call = this.#add(id, {channel, isOutgoing: true, video, callerName: ''});
    if (call.state !== 'ended') await call.offer();
    return call;
  }

  /** Resolves with the first call that rings here, now or later. */
  waitForCall(ms = 60_000): Promise<MobileCall> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#rings.delete(look);
        reject(new AppError(`Nobody has called for ${Math.round(ms / 1000)} seconds.`));
      }, ms);
      const look = (): void => {
        const ringing = [...this.#calls.values()].find(({state}) => state === 'ringing');
        if (!ringing) return;
        this.#rings.delete(look);
        clearTimeout(timer);
        resolve(ringing);
      };
      this.#rings.add(look);
      look();
    });
  }

  answer = (): Promise<void> => this.#must().answer();
  decline = (): Promise<void> => this.#must().end();
  hangUp = (): Promise<void> => this.#must().end();

  /** Ends what goes on, leaves alone what rings (another device may answer), and signs off. */
  async close(): Promise<void> {
    const mine = [...this.#calls.values()].filter(({state}) => state !== 'ringing');
    await Promise.all(mine.map((call) => call.end().catch(() => call.finish(undefined))));
    this.#bus.close();
  }

  #must(): MobileCall {
    if (!this.current) throw new AppError('There is no call.');
    return this.current;
  }

  /** All of one frame, before anybody is told: what is over in it does not ring. */
  #receive(notifications: readonly CallNotification[]): void {
    for (const notification of notifications) this.#take(notification);
    for (const look of [...this.#rings]) look();
  }

  #take(notification: CallNotification): void {
    const {type, payload} = notification;
    if (type === 'webrtc_call_invitation') return this.#invited(payload);
    if (type === 'webrtc_signaling' && payload.from_user_id === this.#methods.uid) return;
    const call = this.#calls.get(payload.call_id);
    if (!call) this.#keep(notification);
    else if (type === 'webrtc_call_ended') call.finish(payload.reason);
    else this.#signaled(call, payload);
  }

  #keep(notification: CallNotification): void {
    const {call_id: id} = notification.payload;
    this.#early.set(id, [...(this.#early.get(id) ?? []), notification]);
    // Calls of this person's other devices: nothing will ever be asked of them here.
    const [oldest = ''] = this.#early.keys();
    if (this.#early.size > MOST_UNKNOWN) this.#early.delete(oldest);
  }

  #invited({call_id: id, channel_id: channel, caller_id: caller, caller_name: callerName, call_type: media, timestamp}: Invitation): void {
    if (caller === this.#methods.uid || this.#calls.has(id)) return;
    if (Date.now() - Date.parse(timestamp) > LONGEST_RING) return;
    this.#add(id, {channel, isOutgoing: false, video: media === 'video', callerName});
  }

  #signaled(call: MobileCall, signaling: Signaling): void {
    call.receive(signaling).catch((error: unknown) => console.error(`The other side’s ${signaling.signal_type} cannot be used:`, error));
  }

  #add(id: string, about: Pick<MobileCall, 'channel' | 'isOutgoing' | 'video' | 'callerName'>): MobileCall {
    const {tone = 440, colour = [200, 40, 40], iceServers = []} = this.#options;
    const media = (): Media => createMedia(tone, about.video ? colour : undefined);
    const call = new MobileCall({...about, id, methods: this.#methods, iceServers, media});
    this.#calls.set(id, call);
    const early = this.#early.get(id) ?? [];
    this.#early.delete(id);
    for (const notification of early) this.#take(notification);
    return call;
  }
}
