// A program: serves the demo portal over HTTPS until it is killed, as it was built, since that starts in half the time.
import {createDemoServer} from '../../../server/dist/index.js';

const {HOST: host, TLS_CERT: cert, TLS_KEY: key, DATA_DIR, TOKEN_SECRET, TURN_URLS, TURN_SECRET} = process.env;
await createDemoServer({host, port: 443, tls: {cert, key}, env: {DATA_DIR, TOKEN_SECRET, TURN_URLS, TURN_SECRET}});
console.log('ready');
