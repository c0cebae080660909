import type {Clock} from '../util/clock.js';
import type {CallEngine} from './call-engine.js';
import type {EngineHost} from './engine-host.js';
import type {Line, LineListener} from './line.js';

/** What a controller needs of the world while it rests. */
export interface ControllerSeams {
  readonly clock: Clock;
  randomId(): string;
  /** Called when somebody is signed in, or wants to call. */
  loadLine(listener: LineListener, endpoint: string): Promise<Line>;
  loadEngine(host: EngineHost): Promise<CallEngine>;
  /** Called once, by `dispose`. */
  release?(): void;
}
