/** How a block is undone in this browser, fetched when something is blocked. */
export const loadUnblock = () => import('./unblock.js').then(({withUnblock}) => withUnblock);
