import {expect} from '@open-wc/testing';
import {startCallServer} from '../helpers/real-call-server.js';

const letter = {call: 'a-call', type: 'note', text: 'trust me'};

describe('peerjs, signed in: a stock PeerServer', function stock() {
  this.timeout(60_000);
  it('is no server for people who are signed in, once it has said nothing twice', async () => {
    const server = await startCallServer('peer-server');
    const alice = await server.begin('alice');
    expect(await alice.opened.catch(({code}) => code as unknown)).to.equal('connector-failed');
    expect(alice.statuses).to.deep.equal(['offline']);
    expect(alice.connector.capabilities.identity).to.equal('claimed');
    await server.close();
  });

  it('vouches for nobody: what says by itself who sent it is not taken', async () => {
    const server = await startCallServer('peer-server');
    const native = globalThis.WebSocket;
    const socket = await new Promise<WebSocket>((resolve) => {
      globalThis.WebSocket = class extends native {
        constructor(url: string | URL) {
          super(url);
          this.addEventListener('message', () => resolve(this), {once: true});
        }
      };
      void server.begin('alice');
    });
    globalThis.WebSocket = native;
    const arrived = new Promise<string>((resolve) => {
      socket.addEventListener('message', ({data}: MessageEvent<string>) => resolve(data), {once: true});
    });
    const stranger = new WebSocket(`ws://127.0.0.1:${server.port}/peerjs?key=peerjs&id=stranger&token=any`);
    await new Promise((resolve) => (stranger.onmessage = resolve));
    const metadata = {endpoint: 'e', message: letter, sender: {user: 'bob', name: 'Bob'}};
    const payload = {type: 'data', serialization: 'call', connectionId: 'c', metadata};
    const dst = new URL(socket.url).searchParams.get('id');
    stranger.send(JSON.stringify({type: 'OFFER', dst, payload}));
    expect(await arrived).to.include('"sender":{"user":"bob"');
    const [alice] = server.pages;
    expect(alice?.received).to.deep.equal([]);
    stranger.close();
    await server.close();
  });
});
