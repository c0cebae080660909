/** One process alone never loads NATS. */
export const loadNats = () => import('./nats-bus.js');
