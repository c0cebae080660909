import type {LinkHealth, LinkPath, LinkReport} from '../protocol/peer-link.js';
import type {Clock} from '../util/clock.js';

/** Milliseconds between two looks. */
const PERIOD = 2000;

/** So many looks in succession make another opinion: people are told what lasts, not what happens. */
const LOOKS = 3;

/** Judges look after look whether a path is weak; what is weak has to become much better to be good again. */
export const createJudge = (): ((loss: number, roundTripMs: number) => boolean) => {
  let weak = false;
  let against = 0;
  return (loss, roundTripMs) => {
    const isBad = weak ? loss > 0.05 || roundTripMs > 400 : loss > 0.1 || roundTripMs > 600;
    against = isBad === weak ? 0 : against + 1;
    if (against === LOOKS) {
      against = 0;
      weak = isBad;
    }
    return weak;
  };
};

/** The share of packets that were lost since the look before; none while nothing is sent. */
const lossSince = (before: LinkPath | undefined, {received, lost}: LinkPath): number => {
  const missed = Math.max(0, lost - (before?.lost ?? 0));
  return missed && missed / (missed + Math.max(0, received - (before?.received ?? 0)));
};

/** Looks at a path for as long as it carries, and tells what changes about it. */
export class PathHealth {
  /** The last look. */
  last: LinkReport['last'];
  readonly #clock: Clock;
  readonly #read: () => Promise<LinkPath | undefined>;
  readonly #tell: (health: LinkHealth) => void;
  #watch: object | undefined;
  #cancel: (() => void) | undefined;

  constructor(clock: Clock, read: () => Promise<LinkPath | undefined>, tell: (health: LinkHealth) => void) {
    this.#clock = clock;
    this.#read = read;
    this.#tell = tell;
  }

  start(): void {
    if (this.#watch) return;
    const watch = (this.#watch = {});
    const judge = createJudge();
    let told: LinkHealth | undefined;
    const look = async (): Promise<void> => {
      const path = await this.#read().catch(() => undefined);
      if (watch !== this.#watch) return;
      this.#cancel = this.#clock.after(PERIOD, look);
      if (!path) return;
      const loss = lossSince(this.last?.path, path);
      this.last = {path, loss};
      const isRelayed = path.local === 'relay' || path.remote === 'relay';
      const health: LinkHealth = {path: isRelayed ? 'relay' : 'direct', weak: judge(loss, path.roundTripMs ?? 0)};
      if (health.path !== told?.path || health.weak !== told?.weak) this.#tell(health);
      told = health;
    };
    void look();
  }

  stop(): void {
    this.#watch = undefined;
    this.#cancel?.();
  }
}
