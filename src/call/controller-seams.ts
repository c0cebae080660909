import type {CallControllerFace} from '../types/controller.js';
import type {Clock} from '../util/clock.js';
import type {Apart} from './apart.js';
import type {CallEngine} from './call-engine.js';
import type {EngineHost} from './engine-host.js';
import type {Line} from './line.js';
import type {LineListener} from './line-listener.js';

/** What a controller needs of the world while it rests. */
export interface ControllerSeams {
  readonly clock: Clock;
  randomId(): string;
  /** Called when somebody is signed in, or wants to call. */
  loadLine(listener: LineListener, endpoint: string): Promise<Line>;
  loadEngine(host: EngineHost): Promise<CallEngine>;
  /** Called where calls are to be in windows of their own. Without it they are on the page. */
  loadApart?(controller: CallControllerFace, engine: () => CallEngine | undefined): Promise<Apart>;
  /** Whether the page before this one, or the one that opened it, left something to be done; without it, nothing ever is. */
  hasTicket?(): boolean;
  /** Called once, by `dispose`. */
  release?(): void;
}
