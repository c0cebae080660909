// RTCPeerConnection as the specification's own example has it, at its best: rings at once, the offer and the caller's
// candidates travel while it rings, and the answer needs one message.
import {mark, openDevices, showRemote, stage, stopDevices} from './harness.js';
import {openRelay} from './relay-socket.js';

let pc;
let offer;
let early = [];
let devices;

const receivers = {
  ring: () => {
    // What is left of the call before came late.
    early = [];
    mark('rings');
  },
  offer: (description) => {
    offer = description;
  },
  answer: async (description) => {
    await pc.setRemoteDescription(description);
    for (const candidate of early.splice(0)) pc.addIceCandidate(candidate);
  },
  candidate: (candidate) => {
    if (pc?.remoteDescription) pc.addIceCandidate(candidate);
    else early.push(candidate);
  },
};

const relay = openRelay(({type, body}) => receivers[type](body));
const send = (type, body) => relay.send({type, body});

const open = (stream) => {
  devices = stream;
  pc = new RTCPeerConnection({iceServers: []});
  pc.onicecandidate = ({candidate}) => candidate && send('candidate', candidate);
  pc.ontrack = ({streams: [remote]}) => showRemote(remote);
  for (const track of stream.getTracks()) pc.addTrack(track, stream);
};

stage({
  ready: relay.ready,
  call: async () => {
    early = [];
    send('ring');
    open(await openDevices());
    await pc.setLocalDescription();
    send('offer', pc.localDescription);
  },
  answer: async () => {
    open(await openDevices());
    await pc.setRemoteDescription(offer);
    for (const candidate of early.splice(0)) pc.addIceCandidate(candidate);
    await pc.setLocalDescription();
    send('answer', pc.localDescription);
  },
  end: () => {
    pc?.close();
    pc = undefined;
    stopDevices(devices);
  },
});
