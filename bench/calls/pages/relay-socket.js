import {door, other, user} from './harness.js';

/** The bare relay: whatever is sent reaches the other user as it is. */
export const openRelay = (receive) => {
  const socket = new WebSocket(`ws://127.0.0.1:${door}/relay?user=${user}`);
  socket.addEventListener('message', ({data}) => receive(JSON.parse(data)));
  return {
    ready: new Promise((resolve) => socket.addEventListener('open', resolve)),
    send: (message) => socket.send(JSON.stringify({to: other, message})),
  };
};
