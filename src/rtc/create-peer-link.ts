import type {PeerLink, PeerLinkOptions} from '../protocol/peer-link.js';
import type {Clock} from '../util/clock.js';
import {NegotiatedLink} from './negotiated-link.js';

/** A link over this browser's own RTCPeerConnection. */
export const createPeerLink = (options: PeerLinkOptions, clock: Clock): PeerLink => new NegotiatedLink({...options, clock});
