// A program: serves the demo portal over HTTPS until it is killed.
import {readFileSync} from 'node:fs';
import {createDemoServer} from '../../../server/src/index.js';

const [host = '', cert = '', key = ''] = process.argv.slice(2);
await createDemoServer({host, port: 443, tls: {cert: readFileSync(cert), key: readFileSync(key)}});
console.log('ready');
