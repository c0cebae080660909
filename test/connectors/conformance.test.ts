import {runConnectorConformance} from '../../src/conformance/run-connector-conformance.js';
import {createLocalConnector} from '../../src/connectors/local/local-connector.js';
import {createPeerjsConnector} from '../../src/connectors/peerjs/peerjs-connector.js';

declare global {
  interface Window {
    /** The stock PeerServer that runs beside these tests, see `web-test-runner.config.mjs`. */
    readonly PEER_PORT: number;
  }
}

const patient = {
  describe,
  it: (title: string, body: () => Promise<void>) => it(title, body).timeout(30_000),
};

runConnectorConformance({name: 'local', create: createLocalConnector, ...patient});
runConnectorConformance({
  name: 'peerjs',
  create: createPeerjsConnector,
  configuration: {server: `http://127.0.0.1:${window.PEER_PORT}/`},
  ...patient,
});
