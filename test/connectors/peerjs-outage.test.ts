import {expect} from '@open-wc/testing';
import {startPeerServer} from '../helpers/real-peer-server.js';
import type {TestPeerServer} from '../helpers/real-peer-server.js';
import type {Pipe} from '../helpers/real-pipes.js';

describe('peerjs: outages', () => {
  let server: TestPeerServer;

  beforeEach(async () => {
    server = await startPeerServer();
  });
  afterEach(() => server.close());

  const offline = (pipe: Pipe): Promise<void> => pipe.until(() => pipe.statuses.at(-1) === 'offline');
  const online = (pipe: Pipe): Promise<void> => pipe.until(() => pipe.statuses.at(-1) === 'online');

  /** Sends until it arrives, as the core does. */
  const getsThrough = async (from: Pipe, to: Pipe, letter: object): Promise<void> => {
    const repeat = setInterval(() => void from.connector.send({user: to.user}, letter).catch(() => undefined), 200);
    await to.gets(letter);
    clearInterval(repeat);
  };

  it('says that it is offline when the server goes away, and comes back with it', async () => {
    const [alice, bob] = [await server.open('alice'), await server.open('bob')];
    await server.stop();
    await Promise.all([offline(alice), offline(bob)]);
    expect(alice.errors).to.deep.equal([undefined, 'signaling-lost']);
    const refused = await alice.connector.send({user: 'bob'}, {}).then(() => 'sent', ({code}) => code as unknown);
    expect(refused).to.equal('signaling-lost');
    await server.start();
    await Promise.all([online(alice), online(bob)]);
    await getsThrough(alice, bob, {back: 1});
  });

  it('tells of one outage once, however long it lasts', async () => {
    const alice = await server.open('alice');
    await server.stop();
    await alice.until(() => alice.statuses.filter((status) => status === 'offline').length >= 3);
    expect(alice.errors.filter(Boolean)).to.deep.equal(['signaling-lost']);
    await server.start();
    await online(alice);
  });

  it('comes back at once when the device joins a network again', async () => {
    const alice = await server.open('alice');
    await server.stop();
    await alice.until(() => alice.statuses.filter((status) => status === 'offline').length >= 2);
    await server.start();
    globalThis.dispatchEvent(new Event('online'));
    await online(alice);
  });

  it('notices a socket that is dead but not closed, and makes another', async () => {
    const native = WebSocket.prototype.send;
    const alice = await server.open('alice');
    const bob = await server.open('bob');
    let dead: WebSocket | undefined;
    WebSocket.prototype.send = function send(this: WebSocket, data: string) {
      dead ??= data.includes('"dst":"ualice_1"') ? this : undefined;
      if (this !== dead) native.call(this, data);
    };
    // Joining a network makes it look at once.
    globalThis.dispatchEvent(new Event('online'));
    await offline(alice);
    await online(alice);
    WebSocket.prototype.send = native;
    await getsThrough(bob, alice, {hello: 1});
  });

  it('reaches somebody again who came back in another slot', async () => {
    const alice = await server.open('alice');
    const bob = await server.open('bob');
    await bob.connector.send({user: 'alice'}, {from: 'first slot'});
    await alice.gets({from: 'first slot'});
    await server.stop();
    await Promise.all([offline(alice), offline(bob)]);
    await server.start();
    // Somebody else is quicker than Bob.
    const other = await server.open('bob');
    await Promise.all([online(alice), online(bob)]);
    const letter = {text: 'still there?'};
    const repeat = setInterval(() => void alice.connector.send({user: 'bob', endpoint: bob.endpoint}, letter).catch(() => undefined), 500);
    await bob.gets(letter);
    clearInterval(repeat);
    await other.close();
  });

  it('tries again when a server takes the line and never speaks', async () => {
    const native = globalThis.WebSocket;
    let silent = 1;
    class Silent extends native {
      override set onmessage(listener: (event: MessageEvent) => void) {
        if (silent-- <= 0) super.onmessage = listener;
      }
    }
    globalThis.WebSocket = Silent;
    const bob = await server.open('bob');
    globalThis.WebSocket = native;
    expect(bob.statuses).to.deep.equal(['offline', 'online']);
  });

  it('stays away once it is closed, in the middle of an outage or of its opening', async () => {
    const alice = await server.open('alice');
    await server.stop();
    await offline(alice);
    await alice.close();
    await server.start();
    globalThis.dispatchEvent(new Event('online'));
    const bob = await server.open('bob');
    await bob.connector.send({user: 'alice'}, {anybody: '?'});
    await bob.connector.send({user: 'bob'}, {});
    expect(alice.statuses.at(-1)).to.equal('offline');
    expect(alice.messages).to.deep.equal([]);
  });
});
