import assert from 'node:assert/strict';
import {beforeEach, describe, it} from 'node:test';
import {PlainPeer} from '../../src/connectors/odoo/plain-peer.js';
import type {MessageBodies, MessageType} from '../../src/protocol/messages.js';
import {MessageStream} from '../../src/protocol/message-stream.js';
import {parseEnvelope} from '../../src/protocol/parse-envelope.js';
import {createFakeClock} from '../helpers/fake-clock.js';
import type {FakeClock} from '../helpers/fake-clock.js';

const CALL = '3f0c1a52-7a52-4f5e-9d3b-0d7a7f0a1b2c';

const sdpOf = (fingerprint: string, version = 1): string => `v=0\r\no=- 1 ${version} IN IP4 0.0.0.0\r\na=fingerprint:sha-256 ${fingerprint}\r\n`;
const candidateOf = (port: number) => ({candidate: `candidate:1 1 udp 1 192.0.2.1 ${port} typ host`, sdpMid: '0', sdpMLineIndex: 0});

describe('An app that knows plain signals', () => {
  let clock: FakeClock;
  let app: PlainPeer;
  /** What the core gets, and what the app. */
  let heard: [MessageType | 'skip', unknown][];
  let told: string[];
  let core: MessageStream;
  let mayAnswer: boolean;

  beforeEach(() => {
    clock = createFakeClock();
    [heard, told, mayAnswer] = [[], [], true];
    core = new MessageStream({
      clock,
      send: (type, body, numbers) => app.say('page', {v: 1, call: CALL, from: {user: 'partner:7', endpoint: 'page'}, to: {user: 'partner:8', endpoint: 'app'}, ...numbers, type, body}),
      deliver: ({type, body}) => void heard.push([type, body]),
    });
    app = new PlainPeer({
      clock,
      call: CALL,
      media: 'video',
      self: 'partner:7',
      other: 'partner:8',
      deliver: (message) => {
        const envelope = parseEnvelope(message);
        assert.ok(typeof envelope !== 'string', String(envelope));
        assert.deepEqual([envelope.from, envelope.to], [{user: 'partner:8', endpoint: 'app'}, {user: 'partner:7', endpoint: 'page'}]);
        core.receive(envelope);
      },
      signal: (_endpoint, type, data) => void told.push(`${type} ${'sdp' in data ? String(data.sdp) : (data as {candidate: string}).candidate}`),
      said: async (endpoint, {type}) => {
        told.push(type);
        if (type === 'accept' && mayAnswer) app.confirm(endpoint);
      },
    });
  });

  const post = <T extends MessageType>(type: T, body: MessageBodies[T]): void => core.post(type, body);
  const types = (): unknown[] => heard.map(([type]) => type);

  it('is called: it is offered what the core offers, and its answer accepts', async () => {
    app.rings('page');
    post('offer', {generation: 1, sdp: 'our offer'});
    post('candidates', {generation: 1, candidates: [{...candidateOf(1), usernameFragment: null}]});
    assert.deepEqual(told, ['offer our offer', `ice_candidate ${candidateOf(1).candidate}`]);
    app.hear('ice_candidate', candidateOf(2));
    app.hear('answer', {type: 'answer', sdp: sdpOf('AA')});
    app.hear('ice_candidate', candidateOf(3));
    assert.deepEqual(types(), ['ringing', 'accept', 'answer', 'candidates', 'candidates']);
    assert.deepEqual(heard[1]?.[1], {media: 'video'});
    post('confirm', {});
    // A restart is a further offer, and no second acceptance.
    post('offer', {generation: 2, sdp: 'another'});
    app.hear('answer', {type: 'answer', sdp: sdpOf('AA', 2)});
    assert.deepEqual(heard.at(-1), ['answer', {generation: 2, sdp: sdpOf('AA', 2)}]);
    assert.equal(types().filter((type) => type === 'accept').length, 1);
  });

  it('calls: its offer waits for our answer and the server’s yes', async () => {
    app.hear('offer', {type: 'offer', sdp: sdpOf('AA')});
    app.hear('ice_candidate', candidateOf(1));
    post('ringing', {});
    assert.deepEqual([types(), told], [[], ['ringing']]);
    post('accept', {media: 'audio'});
    await clock.advance(0);
    assert.deepEqual(types(), ['confirm', 'offer', 'candidates']);
    post('answer', {generation: 1, sdp: 'our answer'});
    assert.deepEqual(told, ['ringing', 'accept', 'answer our answer']);
  });

  it('calls, and offers only after we answered', async () => {
    post('accept', {media: 'audio'});
    app.hear('ice_candidate', candidateOf(1));
    app.hear('offer', {type: 'offer', sdp: sdpOf('AA')});
    await clock.advance(0);
    assert.deepEqual(types(), ['confirm', 'offer', 'candidates']);
  });

  it('was answered at another device: it is offered nothing here', async () => {
    mayAnswer = false;
    app.hear('offer', {type: 'offer', sdp: sdpOf('AA')});
    post('accept', {media: 'audio'});
    await clock.advance(0);
    assert.deepEqual(types(), []);
  });

  it('offers again: with the same certificate it is the same connection, with another one a new one', async () => {
    post('accept', {media: 'audio'});
    for (const sdp of [sdpOf('AA'), sdpOf('AA', 2), sdpOf('BB')]) app.hear('offer', {type: 'offer', sdp});
    await clock.advance(0);
    const generations = heard.filter(([type]) => type === 'offer').map(([, body]) => (body as {generation: number}).generation);
    assert.deepEqual(generations, [1, 1, 2]);
  });

  it('has the line ends of XML made right again, and says what it means as text, too', async () => {
    post('accept', {media: 'audio'});
    app.hear('offer', JSON.stringify({type: 'offer', sdp: sdpOf('AA').replaceAll('\r\n', '\n')}));
    await clock.advance(0);
    assert.deepEqual(heard.at(-1), ['offer', {generation: 1, sdp: sdpOf('AA')}]);
  });

  it('says what cannot be used: nothing comes of it', () => {
    app.rings('page');
    for (const data of [undefined, null, 7, '{', [], {}, {sdp: 7}, {sdp: 'x'.repeat(40_000)}]) {
      app.hear('answer', data);
      app.hear('offer', data);
      app.hear('ice_candidate', data);
    }
    app.hear('ice_candidate', {candidate: '', sdpMid: '0'});
    app.hear('answer', {sdp: sdpOf('AA')});
    assert.deepEqual(types(), ['ringing', 'accept', 'answer']);
  });

  it('floods us before it answers: what is kept has an end', () => {
    app.rings('page');
    for (let port = 0; port < 2000; port += 1) app.hear('ice_candidate', candidateOf(port));
    app.hear('answer', {sdp: sdpOf('AA')});
    const sent = heard.flatMap(([type, body]) => (type === 'candidates' ? (body as MessageBodies['candidates']).candidates : []));
    assert.equal(sent.length, 256);
  });

  it('is let go of: no timer is left', async () => {
    app.rings('page');
    core.close();
    app.close();
    assert.equal(clock.pending, 0);
  });
});
