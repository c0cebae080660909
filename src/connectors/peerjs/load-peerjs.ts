import type {Peer} from 'peerjs';

/** PeerJS has effects when it is imported, so it comes only when it is used; its Node build has no named exports. */
export const loadPeerjs = async (): Promise<typeof Peer> => {
  const module = (await import('peerjs')) as typeof import('peerjs') & {readonly default?: {readonly Peer?: typeof Peer}};
  return module.Peer ?? module.default.Peer;
};
