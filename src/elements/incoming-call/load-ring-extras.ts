/** What is only sometimes said or shown of a ring: why it is silent, and the system's notification. */
export const loadRingExtras = () => import('./ring-extras.js');
