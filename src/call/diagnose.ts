import type {IceReport} from '../ice/ice-chain.js';
import type {SearchFacts} from '../protocol/peer-link.js';
import type {CallTrouble} from '../types/call-error.js';
import type {CallDiagnostics} from '../types/controller.js';
import {VERSION} from '../util/version.js';
import type {CallEngine} from './call-engine.js';
import type {EngineHost} from './engine-host.js';
import {mainConnector} from './main-connector.js';

/** Names of connectors that are nobody's secret. */
const CONNECTORS = ['local', 'peerjs', 'odoo'];

const CANDIDATE = ['host', 'srflx', 'prflx', 'relay'];
const PROTOCOL = ['udp', 'tcp', 'tls'];

const known = (word: string, words: readonly string[]): string => (words.includes(word) ? word : 'other');

/** A reference without the user's name, which is what comes before this page's own mark and the time. */
const unnamed = ({code, recoverable, reference}: CallTrouble): CallTrouble => ({
  code,
  recoverable,
  reference: /[\da-f]{8}-\d{4}(-\d\d){2}T[\d:.]+Z$/.exec(reference)?.[0] ?? '',
});

const iceReport = ({source, failures, askedAt, validUntil}: IceReport, now: number): CallDiagnostics['ice'] => {
  const seconds = (ms: number): number => Math.round(ms / 1000);
  return {
    source,
    failures: failures.map((failure) => ({...failure})),
    age: seconds(now - askedAt),
    left: validUntil === Infinity ? undefined : seconds(validUntil - now),
  };
};

const searchReport = (facts: SearchFacts): CallDiagnostics['search'] => {
  const {servers, policy, gathered, heard, errors, answered} = facts;
  return {servers: {...servers}, policy, gathered: [...gathered], heard: [...heard], errors: {...errors}, answered};
};

/** A report that may be pasted anywhere: what is not in one of the lists above, or a number, does not get into it. */
export const diagnose = async (host: EngineHost, engine: CallEngine | undefined): Promise<CallDiagnostics> => {
  const {clock, configuration, line, store} = host;
  const {phase, connector, trouble} = store.state;
  const facts = await engine?.facts();
  const {search, last} = facts?.link ?? {};
  const path = facts?.path ?? last?.path;
  const names = new Set([mainConnector(configuration), ...configuration.connectors]);
  return {
    version: VERSION,
    phase,
    line: store.state.line,
    connector: connector && known(connector, CONNECTORS),
    lines: [...names].map((name) => ({connector: known(name, CONNECTORS), state: line.status(name) ?? 'off'})),
    ipPrivacy: configuration.ipPrivacy,
    ice: facts?.ice && iceReport(facts.ice, clock.now()),
    search: search && searchReport(search),
    path: path && {
      local: known(path.local, CANDIDATE),
      remote: known(path.remote, CANDIDATE),
      protocol: known(path.protocol, PROTOCOL),
    },
    roundTripMs: path?.roundTripMs,
    lossPercent: last && Math.round(last.loss * 100),
    dropped: facts?.dropped ?? {},
    trouble: trouble && unnamed(trouble),
  };
};
