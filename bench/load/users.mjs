import {randomBytes, randomUUID} from 'node:crypto';
import {once} from 'node:events';
import {SignJWT} from 'jose';
import WebSocket from 'ws';

/** How the contestants want their users: by an id and any token, or by what the portal has signed. */
const SIGN_IN = {
  stock: async (number) => ({id: `u${number}_1`, token: randomUUID(), to: (other) => `u${other}_1`}),
  'call-elements-server': async (number, secret) => ({
    id: `u${number}_${randomBytes(8).toString('hex')}`,
    token: await new SignJWT({sub: String(number), name: `User ${number}`})
      .setProtectedHeader({alg: 'HS256'})
      .setAudience('call-elements')
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode(secret)),
    to: (other) => `u${other}`,
  }),
};

/** One user's open line. `heard` is called with each message that comes from another. */
export const connectUser = async (name, number, {port, secret}, heard) => {
  const {id, token, to} = await SIGN_IN[name](number, secret);
  const socket = new WebSocket(`ws://127.0.0.1:${port}/peerjs?${new URLSearchParams({key: 'peerjs', id, token})}`);
  socket.on('message', (data) => {
    const {type, payload} = JSON.parse(data);
    if (type === 'OFFER') heard(payload.metadata.message);
  });
  const [first] = await once(socket, 'message');
  if (JSON.parse(first).type !== 'OPEN') throw new Error(`${name} did not let user ${number} in: ${first}`);
  return {
    ring(other, message) {
      const payload = {type: 'data', serialization: 'call', connectionId: 'c', metadata: {endpoint: id, message}};
      socket.send(JSON.stringify({type: 'OFFER', dst: to(other), payload}));
    },
    close: () => socket.terminate(),
  };
};
