import {expect} from '@open-wc/testing';
import {runConnectorConformance} from '../../src/conformance/run-connector-conformance.js';
import {createPeerjsConnector} from '../../src/connectors/peerjs/peerjs-connector.js';
import {startCallServer} from '../helpers/real-call-server.js';
import type {TestCallServer} from '../helpers/real-call-server.js';

describe('peerjs, signed in', () => {
  let server: TestCallServer;

  beforeEach(async () => {
    server = await startCallServer();
  });
  afterEach(() => server.close());

  it('is online with a token, and says who a sender is as the token has it', async () => {
    const alice = await server.begin('alice');
    expect(alice.connector.capabilities.identity, 'nobody has vouched yet').to.equal('claimed');
    await alice.opened;
    const bob = await server.open('Bøb/🦊 b');
    expect(bob.connector.capabilities).to.include({identity: 'verified', presence: true, ice: true});
    await alice.connector.send({user: bob.user}, {hello: 1});
    await bob.gets({hello: 1});
    expect(bob.received[0]?.sender).to.deep.equal({
      user: 'alice',
      name: 'alice of the token',
      avatar: 'https://pictures.example/of-the-token.png',
    });
    await bob.connector.send({user: 'alice', endpoint: alice.endpoint}, {back: 1});
    await alice.gets({back: 1});
    expect(alice.statuses).to.deep.equal(['online']);
    expect(await alice.portal.asked()).to.equal(1);
  });

  it('gives ICE servers to who is signed in', async () => {
    const alice = await server.open('alice');
    expect(await alice.connector.iceServers?.()).to.deep.include({iceServers: [{urls: 'stun:ice.example'}], ttl: 600});
  });
});

describe('peerjs, signed in, as a connector', () => {
  let server: TestCallServer;

  before(async () => {
    server = await startCallServer();
  });
  after(() => server.close());

  runConnectorConformance({
    name: 'peerjs, signed in',
    create: (configuration) =>
      createPeerjsConnector({...configuration, server: server.url, tokenUrl: `/portal/token?user=${encodeURIComponent(configuration.userId)}`}),
    describe,
    it: (title: string, body: () => Promise<void>) => it(title, body).timeout(30_000),
  });
});
