import {expect} from '@open-wc/testing';
import {Peer} from 'peerjs';
import type {PeerOptions} from 'peerjs';
import {peerIdOf} from '../../src/connectors/peerjs/peer-id.js';
import {PIPE_SERIALIZERS} from '../../src/connectors/peerjs/pipe-connection.js';
import {bookConnections} from '../helpers/real-connections.js';
import type {ConnectionBook} from '../helpers/real-connections.js';
import {startPeerServer} from '../helpers/real-peer-server.js';
import type {TestPeerServer} from '../helpers/real-peer-server.js';
import {openFakeTracks} from '../helpers/real-media.js';
import type {Pipe} from '../helpers/real-pipes.js';

interface Frame {
  readonly type: string;
  readonly payload?: {readonly metadata?: {readonly message?: unknown}};
}

describe('peerjs: strangers who use PeerJS as it comes', () => {
  let server: TestPeerServer;
  let book: ConnectionBook;
  let bob: Pipe;
  let stranger: Peer;
  let frames: Frame[];

  beforeEach(async () => {
    server = await startPeerServer();
    bob = await server.open('bob');
    // As it comes, but for what it would not understand of Bob's words.
    const serializers = {call: PIPE_SERIALIZERS['call']};
    const options = {host: '127.0.0.1', port: server.port, path: '/', debug: 0, config: {iceServers: []}, serializers};
    stranger = new Peer(peerIdOf('mallory', 1), options as unknown as PeerOptions);
    stranger.on('error', () => undefined);
    await new Promise<string>((resolve) => stranger.on('open', resolve));
    frames = [];
    stranger.socket.on('message', (frame: Frame) => void frames.push(frame));
    book = bookConnections();
  });
  afterEach(async () => {
    book.close();
    stranger.destroy();
    await server.close();
  });

  const offer = (payload: unknown): void =>
    stranger.socket.send({type: 'OFFER', payload, dst: peerIdOf('bob', 1)});

  const parcel = (message: unknown, rest: object = {}): object => ({
    type: 'data',
    serialization: 'call',
    connectionId: `call_${JSON.stringify(message)}`,
    metadata: {endpoint: 'mallory-1', message},
    ...rest,
  });

  /** Bob has worked off all that came before, and whatever he had to say to it has arrived. */
  const roundTrip = async (): Promise<void> => {
    offer(parcel('marker'));
    await bob.gets('marker');
    await bob.connector.send({user: 'mallory', endpoint: 'mallory-1'}, {echo: 1});
    await new Promise<void>((resolve) => {
      const look = (): void => {
        if (!frames.some(({payload}) => isEcho(payload?.metadata?.message))) return;
        stranger.socket.off('message', look);
        resolve();
      };
      stranger.socket.on('message', look);
      look();
    });
  };

  it('gives no answer to a data connection, and makes no connection for it', async () => {
    const before = book.all.length;
    const connections = ['binary', 'json', 'raw', 'binary-utf8'].map((serialization) =>
      stranger.connect(peerIdOf('bob', 1), {serialization, metadata: {endpoint: 'mallory-1'}}),
    );
    await Promise.all(connections.map(({peerConnection}) => offered(peerConnection)));
    await roundTrip();
    expect(book.all.length - before, 'the stranger’s own').to.equal(connections.length);
    expect(frames.map(({type}) => type)).to.deep.equal(['OFFER']);
    expect(connections.map(({open}) => open)).to.deep.equal([false, false, false, false]);
  });

  it('gives no answer to a media connection, and makes no connection for it', async () => {
    const {mic, camera} = await openFakeTracks();
    const call = stranger.call(peerIdOf('bob', 1), new MediaStream([mic, camera]));
    await offered(call.peerConnection);
    await roundTrip();
    expect(book.all, 'the stranger’s own').to.have.length(1);
    expect(frames.map(({type}) => type)).to.deep.equal(['OFFER']);
    for (const track of [mic, camera]) track.stop();
  });

  it('makes no connection of its own for what it sends', async () => {
    const alice = await server.open('alice');
    await alice.connector.send({user: 'bob'}, {hello: 1});
    await bob.gets({hello: 1});
    expect(book.all).to.deep.equal([]);
  });

  const ODD: Readonly<Record<string, unknown>> = {
    'nothing at all': undefined,
    'a text': 'offer',
    'an empty object': {},
    'a kind of connection that there is not': {type: 'telepathy', connectionId: '1'},
    'a way of writing that there is not': parcel(1, {serialization: 'klingon'}),
    'a way of writing that every object has': parcel(1, {serialization: 'toString'}),
    'the way of writing "constructor"': parcel(1, {serialization: 'constructor'}),
    'a media connection without a description': {type: 'media', connectionId: '2'},
    'no metadata': parcel(1, {metadata: undefined}),
    'metadata that are a text': parcel(1, {metadata: 'x'}),
    'metadata that are a list': parcel(1, {metadata: [1, 2]}),
    'metadata without an endpoint': parcel(1, {metadata: {message: 1}}),
    'an endpoint that is a number': parcel(1, {metadata: {endpoint: 5, message: 1}}),
    'an endpoint that is too long': parcel(1, {metadata: {endpoint: 'e'.repeat(10_000), message: 1}}),
  };

  for (const [what, payload] of Object.entries(ODD)) {
    it(`goes on as before after ${what}`, async () => {
      offer(payload);
      for (const type of ['ANSWER', 'CANDIDATE', 'LEAVE']) {
        stranger.socket.send({type, payload, dst: peerIdOf('bob', 1)});
      }
      await roundTrip();
      expect(bob.messages).to.deep.equal(['marker']);
      expect(book.all).to.deep.equal([]);
    });
  }

  it('does not let one user take over the way to another’s endpoint', async () => {
    const alice = await server.open('alice');
    await alice.connector.send({user: 'bob'}, {from: 'alice'});
    await bob.gets({from: 'alice'});
    offer({...parcel('mine now'), metadata: {endpoint: alice.endpoint, message: 'mine now'}});
    await bob.gets('mine now');
    await bob.connector.send({user: 'alice', endpoint: alice.endpoint}, {secret: 1});
    await alice.gets({secret: 1});
    expect(frames).to.deep.equal([]);
  });

  it('keeps nothing of messages that belong to no connection', async () => {
    for (let number = 0; number < 100; number += 1) {
      stranger.socket.send({type: 'CANDIDATE', payload: {connectionId: `lost-${number}`}, dst: peerIdOf('bob', 1)});
    }
    await roundTrip();
    expect(bob.messages).to.deep.equal(['marker']);
  });
});

const isEcho = (message: unknown): boolean => JSON.stringify(message) === '{"echo":1}';

const offered = (pc: RTCPeerConnection): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (pc.signalingState === 'have-local-offer') resolve();
    };
    pc.addEventListener('signalingstatechange', look);
    look();
  });
