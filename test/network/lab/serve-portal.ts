// A program: serves the demo portal over HTTPS until it is killed.
import {createDemoServer} from '../../../server/src/index.js';

const [host = '', cert = '', key = ''] = process.argv.slice(2);
await createDemoServer({host, port: 443, tls: {cert, key}});
console.log('ready');
