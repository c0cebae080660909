import {expect} from '@open-wc/testing';
import {createPeerjsConnector} from '../../src/connectors/peerjs/peerjs-connector.js';
import {peerIdOf, SLOTS} from '../../src/connectors/peerjs/peer-id.js';
import {startPeerServer} from '../helpers/real-peer-server.js';
import type {TestPeerServer} from '../helpers/real-peer-server.js';
import {createPipe} from '../helpers/real-pipes.js';

const never = (): never => {
  throw new Error('This must not happen.');
};

describe('peerjs: a pipe over PeerServer', () => {
  let server: TestPeerServer;

  beforeEach(async () => {
    server = await startPeerServer();
  });
  afterEach(() => server.close());

  it('carries messages both ways, and says which user they came from', async () => {
    const alice = await server.open('alice');
    const bob = await server.open('bob');
    const letter = {text: 'Grüß Gott 👋', list: [1, null, {deep: true}]};
    await alice.connector.send({user: 'bob'}, letter);
    await bob.gets(letter);
    expect(bob.received[0]?.sender).to.deep.equal({user: 'alice'});
    await bob.connector.send({user: 'alice', endpoint: alice.endpoint}, {reply: 1});
    await alice.gets({reply: 1});
    expect(alice.statuses).to.deep.equal(['online']);
  });

  it('keeps the order of what is sent to one endpoint', async () => {
    const alice = await server.open('alice');
    const bob = await server.open('bob');
    await bob.connector.send({user: 'alice'}, {hello: 1});
    await alice.gets({hello: 1});
    const letters = Array.from({length: 50}, (_, number) => ({number}));
    for (const letter of letters) void alice.connector.send({user: 'bob', endpoint: bob.endpoint}, letter);
    await bob.gets({number: 49});
    expect(bob.messages).to.deep.equal(letters);
  });

  it('carries the largest message that it says it carries', async () => {
    const alice = await server.open('alice');
    const bob = await server.open('bob');
    const letter = {text: 'x'.repeat(alice.connector.capabilities.maxBytes - 20)};
    await alice.connector.send({user: 'bob'}, letter);
    await bob.gets(letter);
  });

  for (const user of ['a', 'Ünïcødé/🦊 user', 'x@example.org', '-_ -', '42', 'a_1', 'a'.repeat(60), '../../x?y=z&id=u1#']) {
    it(`reaches a user who is called ${user}`, async () => {
      const sender = await server.open('sender');
      const receiver = await server.open(user);
      await sender.connector.send({user}, {to: user});
      await receiver.gets({to: user});
      await receiver.connector.send({user: 'sender'}, {back: 1});
      await sender.gets({back: 1});
      expect(sender.received[0]?.sender).to.deep.equal({user});
    });
  }

  it('gives each page of a user a slot, and reaches them all or one', async () => {
    const alice = await server.open('alice');
    const [phone, desk] = [await server.open('bob'), await server.open('bob')];
    await alice.connector.send({user: 'bob'}, {to: 'all'});
    await Promise.all([phone.gets({to: 'all'}), desk.gets({to: 'all'})]);
    await desk.connector.send({user: 'alice'}, {from: 'desk'});
    await phone.connector.send({user: 'alice'}, {from: 'phone'});
    await Promise.all([alice.gets({from: 'desk'}), alice.gets({from: 'phone'})]);
    await alice.connector.send({user: 'bob', endpoint: desk.endpoint}, {to: 'desk'});
    await alice.connector.send({user: 'bob'}, {to: 'all again'});
    await Promise.all([phone.gets({to: 'all again'}), desk.gets({to: 'all again'})]);
    expect(phone.messages).to.deep.equal([{to: 'all'}, {to: 'all again'}]);
  });

  it('reaches one’s own other pages, and not oneself', async () => {
    const [one, other] = [await server.open('bob'), await server.open('bob')];
    await one.connector.send({user: 'bob'}, {seen: true});
    await other.gets({seen: true});
    await other.connector.send({user: 'bob'}, {seen: 'too'});
    await one.gets({seen: 'too'});
    expect(one.messages).to.deep.equal([{seen: 'too'}]);
  });

  it('takes another slot while a stale socket holds the first', async () => {
    const stale = new WebSocket(`ws://127.0.0.1:${server.port}/peerjs?key=peerjs&id=${peerIdOf('bob', 1)}&token=old&version=1.5.5`);
    await new Promise((resolve) => {
      stale.onmessage = resolve;
    });
    const bob = await server.open('bob');
    const alice = await server.open('alice');
    await alice.connector.send({user: 'bob'}, {hello: 1});
    await bob.gets({hello: 1});
    expect(bob.statuses).to.deep.equal(['online']);
    stale.close();
  });

  it('waits, and goes on trying, when all slots are taken', async () => {
    const pages = await Promise.all(Array.from({length: SLOTS}, () => server.open('bob')));
    const late = createPipe(createPeerjsConnector, {user: 'bob', configuration: {server: server.url}});
    await late.until(() => late.statuses.includes('offline'));
    await pages[3]?.close();
    await late.opened;
    expect(late.statuses.at(-1)).to.equal('online');
    await late.close();
  });

  it('rejects what it knows that it cannot send', async () => {
    const alice = await server.open('alice');
    await alice.close();
    await alice.close();
    const error = await alice.connector.send({user: 'bob'}, {}).then(never, ({code}) => code as unknown);
    expect(error).to.equal('signaling-lost');
  });

  it('says that it cannot be used without a server', () => {
    for (const url of ['', 'http://', 'nonsense://[']) {
      let code: unknown;
      try {
        createPipe(createPeerjsConnector, {user: 'bob', configuration: {server: url}});
      } catch (error) {
        ({code} = error as {code: unknown});
      }
      expect(code, url).to.equal('connector-failed');
    }
  });
});
