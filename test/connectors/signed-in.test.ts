import {expect} from '@open-wc/testing';
import {runConnectorConformance} from '../../src/conformance/run-connector-conformance.js';
import {createPeerjsConnector} from '../../src/connectors/peerjs/peerjs-connector.js';
import {peerIdOf} from '../../src/connectors/peerjs/peer-id.js';
import {startCallServer} from '../helpers/real-call-server.js';
import type {TestCallServer} from '../helpers/real-call-server.js';

const letter = (text: string) => ({call: 'a-call', type: 'note', text});

describe('peerjs, signed in', function signedIn() {
  this.timeout(60_000);
  let server: TestCallServer;

  before(async () => {
    server = await startCallServer();
  });
  afterEach(() => server.leave());
  after(() => server.close());

  it('is online with a token, and says who a sender is as the token has it', async () => {
    const alice = await server.begin('alice');
    expect(alice.connector.capabilities.identity, 'nobody has vouched yet').to.equal('claimed');
    await alice.opened;
    const bob = await server.open('Bøb/🦊 b');
    expect(bob.connector.capabilities).to.include({identity: 'verified', presence: true, ice: true});
    await alice.connector.send({user: bob.user}, letter('hello'));
    await bob.gets(letter('hello'));
    expect(bob.received[0]?.sender).to.deep.equal({
      user: 'alice',
      name: 'alice of the token',
      avatar: 'https://pictures.example/of-the-token.png',
    });
    await bob.connector.send({user: 'alice', endpoint: alice.endpoint}, letter('back'));
    await alice.gets(letter('back'));
    expect(alice.statuses).to.deep.equal(['online']);
    expect(await alice.portal.asked()).to.equal(1);
  });

  it('gives ICE servers to who is signed in', async () => {
    const alice = await server.open('alice');
    expect(await alice.connector.iceServers?.()).to.deep.include({iceServers: [{urls: 'stun:ice.example'}]});
  });

  it('lets nobody write as another, whatever they write', async () => {
    const bob = await server.open('bob');
    const mallory = await server.begin('mallory');
    const {token} = (await (await fetch(mallory.portal.tokenUrl)).json()) as {token: string};
    const socketAs = (user: string, suffix: string): WebSocket =>
      new WebSocket(`ws://127.0.0.1:${server.port}/peerjs?key=peerjs&id=${peerIdOf(user, suffix)}&token=${token}`);
    const refused = await new Promise((resolve) => {
      const socket = socketAs('bob', '0123456789abcdef');
      socket.onopen = () => resolve('open');
      socket.onerror = () => resolve('refused');
    });
    expect(refused).to.equal('refused');
    const socket = socketAs('mallory', 'fedcba9876543210');
    await new Promise((resolve) => (socket.onmessage = resolve));
    const sender = {user: 'alice', name: 'Alice', avatar: ''};
    const metadata = {endpoint: 'e', message: letter('trust me'), sender};
    const payload = {type: 'data', serialization: 'call', connectionId: 'c', metadata, sender};
    socket.send(JSON.stringify({type: 'OFFER', src: peerIdOf('alice', '0123456789abcdef'), dst: 'ubob', payload}));
    await bob.gets(letter('trust me'));
    expect(bob.received[0]?.sender).to.include({user: 'mallory', name: 'mallory of the token'});
    socket.close();
  });

  it('tells one user how another is, until the line is gone', async () => {
    const [alice, bob] = [await server.open('alice'), await server.open('bob')];
    const seen: string[] = [];
    const waiting = new Set<() => void>();
    const sees = (...words: readonly string[]): Promise<void> =>
      new Promise((resolve) => {
        const look = (): void => {
          if (seen.slice(-words.length).join() === words.join()) resolve();
        };
        waiting.add(look);
        look();
      });
    const stop = alice.connector.presence?.('bob', (presence) => {
      seen.push(presence);
      for (const look of waiting) look();
    });
    await sees('unknown', 'offline');
    bob.connector.announce?.({status: 'available', inCall: false});
    await sees('available');
    bob.connector.announce?.({status: 'away', inCall: false});
    await sees('away');
    bob.connector.announce?.({status: 'away', inCall: true});
    await sees('busy');
    await bob.close();
    await sees('offline');
    await server.stop();
    await sees('unknown');
    await server.start();
    await sees('offline');
    stop?.();
    const again = await server.open('bob');
    await again.close();
    expect(seen).to.deep.equal(['unknown', 'offline', 'available', 'away', 'busy', 'offline', 'unknown', 'offline']);
  });
});

describe('peerjs, signed in, as a connector', () => {
  let server: TestCallServer;

  before(async () => {
    server = await startCallServer();
  });
  after(() => server.close());

  const tokenUrl = (user: string): string => `/portal/token?user=${encodeURIComponent(user)}`;

  runConnectorConformance({
    name: 'peerjs, signed in',
    // The runner stands still while it starts a database for another page's server.
    patience: 15_000,
    // Characters that nobody sees, like those within some emoji, have no place in a token's subject.
    user: (name) => `${name.replace(/\p{Cf}/gu, '')}${Math.random()}`,
    create: (configuration) =>
      createPeerjsConnector({...configuration, server: server.url, tokenUrl: tokenUrl(configuration.userId)}),
    describe,
    it: (title: string, body: () => Promise<void>) => it(title, body).timeout(30_000),
  });
});
