// A program: serves the demo portal over HTTPS until it is killed. What is in the environment configures its server.
import {createDemoServer} from '../../../server/src/index.js';

const {HOST: host = '', TLS_CERT: cert = '', TLS_KEY: key = '', DATA_DIR, TOKEN_SECRET, TURN_URLS, TURN_SECRET} = process.env;
await createDemoServer({host, port: 443, tls: {cert, key}, env: {DATA_DIR, TOKEN_SECRET, TURN_URLS, TURN_SECRET}});
console.log('ready');
