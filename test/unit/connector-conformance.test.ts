import {describe, it} from 'node:test';
import {runConnectorConformance} from '../../src/conformance/run-connector-conformance.js';
import {createLocalConnector} from '../../src/connectors/local/local-connector.js';
import {systemClock} from '../../src/util/clock.js';
import {MemoryServer} from '../helpers/memory-connector.js';
import {createRandom} from '../helpers/random.js';

console.debug = () => undefined;

const {connect} = new MemoryServer(systemClock, createRandom(1));

runConnectorConformance({name: 'memory', create: connect, describe, it});
runConnectorConformance({name: 'local', create: createLocalConnector, describe, it});
