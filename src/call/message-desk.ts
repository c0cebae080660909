import type {ConnectorSender} from '../connectors/connector.js';
import type {DropReason} from '../protocol/drop-reason.js';
import type {AnyEnvelope} from '../protocol/messages.js';
import {parseEnvelope} from '../protocol/parse-envelope.js';
import {warnOnce} from '../util/warn-once.js';
import type {EngineHost} from './engine-host.js';

/** Where messages come in: what is malformed, forged or for somebody else is dropped, counted, and warned of once. */
export class MessageDesk {
  readonly dropped: Partial<Record<DropReason, number>> = {};
  readonly #host: EngineHost;

  constructor(host: EngineHost) {
    this.#host = host;
  }

  /** The envelope, if it is one for this endpoint. */
  read(message: unknown, sender: ConnectorSender | undefined): AnyEnvelope | undefined {
    const envelope = parseEnvelope(message);
    if (typeof envelope === 'string') return this.drop(envelope);
    const {endpoint, configuration} = this.#host;
    const {from, to} = envelope;
    if (from.endpoint === endpoint) return undefined;
    if (to.user !== configuration.userId) return this.drop('not-for-us');
    // Some connectors bring what is for any endpoint of the person.
    if ((to.endpoint ?? endpoint) !== endpoint) return undefined;
    if (sender?.user !== undefined && sender.user !== from.user) return this.drop('forged');
    // Its content is lost, yet its number is not: the other side would repeat it for ever.
    if (envelope.type === 'skip') this.drop(envelope.body.why);
    return envelope;
  }

  drop(reason: DropReason): undefined {
    this.dropped[reason] = (this.dropped[reason] ?? 0) + 1;
    if (reason !== 'replayed') warnOnce(`drop ${reason}`, `a message was dropped: ${reason}. More of them are only counted.`);
    return undefined;
  }
}
