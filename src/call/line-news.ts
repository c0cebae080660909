import type {CallError, CallTrouble} from '../types/call-error.js';
import type {Line} from './line.js';
import type {LineListener} from './line-listener.js';

/** Puts into the state how the line stands, and what is wrong with it until that is over. */
export class LineNews {
  readonly #line: Line;
  readonly #listener: Pick<LineListener, 'store' | 'trouble'>;
  /** What a connector made, until that one is online again. */
  #lost: readonly [name?: string | undefined, trouble?: CallTrouble | undefined] = [];

  constructor(line: Line, listener: Pick<LineListener, 'store' | 'trouble'>) {
    this.#line = line;
    this.#listener = listener;
  }

  /** `error` says why the connector of that name cannot be had. One beside `main` troubles nobody whose call goes over another. */
  tell(main: string | undefined, error: CallError | undefined, name: string | undefined): void {
    const {store, trouble} = this.#listener;
    const line = this.#line;
    const [lost, made] = this.#lost;
    store.patch({line: line.state, ...line.decided});
    const {phase, connector} = store.state;
    const matters = name === main || name === connector;
    if (error && !matters) console.debug(`call-elements: ${name} cannot be used`, error);
    else if (error) {
      trouble(error, line.state === 'offline' || phase === 'connected');
      this.#lost = [name, store.state.trouble];
    } else if (lost && line.status(lost) === 'online' && made === store.state.trouble) {
      store.patch({trouble: undefined});
    }
  }
}
