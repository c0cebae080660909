import {expect} from '@open-wc/testing';
import {bookConnections} from '../helpers/real-connections.js';
import type {ConnectionBook} from '../helpers/real-connections.js';
import {startPeerServer} from '../helpers/real-peer-server.js';
import type {TestPeerServer} from '../helpers/real-peer-server.js';
import {openPipe} from '../helpers/real-pipes.js';

/** Every address that this page turns to, but for the library's own files. */
const bookRequests = () => {
  const hosts: string[] = [];
  const {WebSocket: NativeSocket, fetch: nativeFetch, XMLHttpRequest: NativeRequest} = globalThis;
  const note = (url: string | URL): void => void hosts.push(new URL(url, location.href).host);
  globalThis.WebSocket = class extends NativeSocket {
    constructor(url: string | URL) {
      super(url);
      note(url);
    }
  };
  globalThis.fetch = (input, options) => {
    note(input instanceof Request ? input.url : input);
    return nativeFetch(input, options);
  };
  globalThis.XMLHttpRequest = class extends NativeRequest {
    override open(method: string, url: string | URL): void {
      note(url);
      super.open(method, url, true);
    }
  };
  const close = (): void => {
    Object.assign(globalThis, {WebSocket: NativeSocket, fetch: nativeFetch, XMLHttpRequest: NativeRequest});
  };
  return {hosts, close};
};

// One page, one story: PeerJS has its effects when it is first imported.
describe('peerjs: what a page that uses it contacts', () => {
  let server: TestPeerServer;
  let book: ConnectionBook;
  let requests: ReturnType<typeof bookRequests>;
  const gathered: RTCPeerConnection[] = [];
  const {setLocalDescription, createOffer} = RTCPeerConnection.prototype;

  before(async () => {
    server = await startPeerServer();
    // A description that is set is what makes a browser look for its addresses and turn to a STUN server.
    const note = function (this: RTCPeerConnection): Promise<never> {
      gathered.push(this);
      return Promise.reject(new Error('not here'));
    };
    Object.assign(RTCPeerConnection.prototype, {setLocalDescription: note, createOffer: note});
    book = bookConnections();
    requests = bookRequests();
  });
  after(async () => {
    Object.assign(RTCPeerConnection.prototype, {setLocalDescription, createOffer});
    book.close();
    requests.close();
    await server.close();
  });

  it('contacts nobody when the connector is made', async () => {
    const {createPeerjsConnector} = await import('../../src/connectors/peerjs/peerjs-connector.js');
    const {DEFAULT_CONFIGURATION} = await import('../../src/types/configuration.js');
    createPeerjsConnector({...DEFAULT_CONFIGURATION, userId: 'alice', server: server.url});
    expect(requests.hosts).to.deep.equal([]);
    expect(book.all).to.deep.equal([]);
  });

  it('contacts the configured server alone; PeerJS’s look at what the browser can do is one connection that goes nowhere', async () => {
    const {createPeerjsConnector} = await import('../../src/connectors/peerjs/peerjs-connector.js');
    const open = (user: string) => openPipe(createPeerjsConnector, {user, configuration: {server: server.url}});
    const alice = await open('alice');
    const bob = await open('bob');
    await alice.connector.send({user: 'bob'}, {hello: 1});
    await bob.gets({hello: 1});
    await bob.connector.send({user: 'alice', endpoint: alice.endpoint}, {hello: 2});
    await alice.gets({hello: 2});

    expect([...new Set(requests.hosts)]).to.deep.equal([`127.0.0.1:${server.port}`]);
    expect(book.all, 'the look').to.have.length(1);
    expect(book.open).to.deep.equal([]);
    expect(gathered, 'it never asked for addresses').to.deep.equal([]);
    await Promise.all([alice.close(), bob.close()]);
  });

  it('has fetched nothing from elsewhere', () => {
    const hosts = performance.getEntriesByType('resource').map(({name}) => new URL(name, location.href).hostname);
    expect([...new Set(hosts)].filter(Boolean)).to.deep.equal(['127.0.0.1']);
  });
});
