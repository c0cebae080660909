import type {Connector, ConnectorSelf} from '../connectors/connector.js';

/** The connector of a tab that does not hold the line: made ready while it rings, since then nobody can wait for the next one. */
export class StandBy {
  readonly #create: () => Connector;
  #spare: Connector | undefined;

  constructor(create: () => Connector) {
    this.#create = create;
  }

  /** The line may be this tab's in a moment. */
  prepare(self: ConnectorSelf): void {
    this.#spare ??= this.#create();
    this.#spare.prepare?.(self);
  }

  readonly take = (): Connector => {
    const connector = this.#spare ?? this.#create();
    this.#spare = undefined;
    return connector;
  };

  close(): void {
    void this.#spare?.close().catch(() => undefined);
    this.#spare = undefined;
  }
}
