import {Peer} from 'peerjs';
import {door, mark, openDevices, other, showRemote, stage, stopDevices, user} from './harness.js';

const peer = new Peer(user, {host: '127.0.0.1', port: Number(door), path: '/', config: {iceServers: []}});
let call;
let devices;

peer.on('call', (incoming) => {
  call = incoming;
  call.on('stream', showRemote);
  mark('rings');
});

stage({
  ready: new Promise((resolve) => peer.on('open', resolve)),
  // As its documentation has it: a call needs its stream, so the devices come before the ring.
  call: async () => {
    devices = await openDevices();
    call = peer.call(other, devices);
    call.on('stream', showRemote);
  },
  answer: async () => {
    devices = await openDevices();
    call.answer(devices);
  },
  end: () => {
    call?.close();
    stopDevices(devices);
  },
});
