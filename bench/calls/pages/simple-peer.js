import SimplePeer from 'simple-peer/simplepeer.min.js';
import {mark, openDevices, showRemote, stage, stopDevices} from './harness.js';
import {openRelay} from './relay-socket.js';

let peer;
let early = [];
let devices;

const relay = openRelay((message) => {
  if (message.ring) {
    // What is left of the call before came late.
    early = [];
    mark('rings');
  } else if (peer) {
    peer.signal(message);
  } else {
    early.push(message);
  }
});

const open = (stream, initiator) => {
  devices = stream;
  peer = new SimplePeer({initiator, stream, config: {iceServers: []}});
  peer.on('signal', (message) => relay.send(message));
  peer.on('stream', showRemote);
  // Closing says so by an error on the other side.
  peer.on('error', () => {});
  for (const message of early.splice(0)) peer.signal(message);
};

stage({
  ready: relay.ready,
  call: async () => {
    early = [];
    relay.send({ring: true});
    open(await openDevices(), true);
  },
  answer: async () => open(await openDevices(), false),
  end: () => {
    peer?.destroy();
    peer = undefined;
    stopDevices(devices);
  },
});
