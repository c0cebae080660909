import {after, describe, it} from 'node:test';
import {runConnectorConformance} from '../../src/conformance/run-connector-conformance.js';
import {adapterTransport, httpTransport, odooFactory} from './helpers/odoo-ways.js';
import {startOdoo} from './stand-in/start-odoo.js';

console.debug = () => undefined;

const odoo = await startOdoo();
after(() => odoo.close());

const common = {needsCall: true, user: (name: string) => odoo.people.add(name).id, describe, it};

runConnectorConformance({name: 'odoo, over a socket of its own', create: odooFactory(odoo, (person) => httpTransport(odoo, person)), ...common});
runConnectorConformance({name: 'odoo, over the backend’s', create: odooFactory(odoo, (person) => adapterTransport(odoo, person)), ...common});
