export {createDemoServer} from './demo/demo-server.js';
export type {DemoOptions, DemoServer} from './demo/demo-server.js';
export {ListenError} from './listen.js';
export {STRICT_POLICY} from './strict-policy.js';
