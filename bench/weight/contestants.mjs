/** What a page that makes calls needs of each, as its documentation imports it; and what it then still has to write itself. */
export const PACKAGES = [
  {name: 'peerjs', code: "export {Peer} from 'peerjs'", lacks: 'ringing, decline, cancel, busy, any interface'},
  {name: 'simple-peer', code: "export {default} from 'simple-peer/simplepeer.min.js'", lacks: 'signalling, ringing, any interface'},
  {name: 'livekit-client', code: "export {Room} from 'livekit-client'", lacks: 'ringing (rooms, not calls), any interface; needs its own server'},
  {name: 'jssip', code: "export {UA} from 'jssip'", lacks: 'any interface; needs a SIP server'},
];
