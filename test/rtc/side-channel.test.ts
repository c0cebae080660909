import {expect} from '@open-wc/testing';
import {END_REASONS} from '../../src/types/end-reason.js';
import {openSideChannel} from '../../src/rtc/side-channel.js';
import type {SideChannelListener} from '../../src/rtc/side-channel.js';
import {linkPair} from '../helpers/real-links.js';
import type {LinkPair} from '../helpers/real-links.js';

describe('link: the side channel', () => {
  let pair: LinkPair;

  beforeEach(() => {
    pair = linkPair();
  });
  afterEach(() => pair.close());

  it('says what this side sends, also when that was said before there was a connection', async () => {
    pair.caller.link.tell({mic: 'on', camera: 'pending', screen: 'off'});
    await pair.callee.until(() => pair.callee.media.length > 0);
    expect(pair.callee.media).to.deep.equal([{mic: true, camera: false, screen: false}]);
    pair.caller.link.tell({mic: 'off', camera: 'on', screen: 'unavailable'});
    await pair.callee.until(() => pair.callee.media.length > 1);
    expect(pair.callee.media.at(-1)).to.deep.equal({mic: false, camera: true, screen: false});
  });

  it('carries text as it was typed, in order', async () => {
    const lines = ['Grüß Gott', '<img src=x onerror=alert(1)>', '👩‍👩‍👧', '', 'مرحبا', '\u0000\n\t'];
    pair.callee.link.tell({mic: 'on', camera: 'on', screen: 'on'});
    await pair.caller.until(() => pair.caller.media.length > 0);
    for (const line of lines) expect(pair.caller.link.sendText(line)).to.equal(true);
    await pair.callee.until(() => pair.callee.texts.length === lines.length);
    expect(pair.callee.texts).to.deep.equal(lines);
  });

  it('carries what is being written apart from what is said', async () => {
    pair.callee.link.tell({mic: 'on', camera: 'on', screen: 'on'});
    await pair.caller.until(() => pair.caller.media.length > 0);
    expect(pair.caller.link.sendText('H', 'draft')).to.equal(true);
    expect(pair.caller.link.sendText('Hi', 'draft')).to.equal(true);
    expect(pair.caller.link.sendText('Hi')).to.equal(true);
    await pair.callee.until(() => pair.callee.texts.length > 0);
    expect(pair.callee.texts).to.deep.equal(['Hi']);
    expect(pair.callee.drafts).to.deep.equal(['H', 'Hi']);
  });

  it('says that a text went nowhere while there is no connection', () => {
    expect(pair.caller.link.sendText('hello?')).to.equal(false);
  });

  it('says goodbye with the reason when it closes', async () => {
    await pair.connected();
    pair.callee.link.tell({mic: 'on', camera: 'on', screen: 'off'});
    await pair.caller.until(() => pair.caller.media.length > 0);
    pair.callee.link.close('hung-up');
    await pair.caller.until(() => pair.caller.gone.length > 0);
    expect(pair.caller.gone).to.deep.equal(['hung-up']);
  });
});

describe('side channel: what a hostile page sends', () => {
  const listen = () => {
    const heard: unknown[] = [];
    const note = (what: unknown) => void heard.push(what);
    const listener: SideChannelListener = {remoteMedia: note, remoteText: note, remoteGone: note, remoteAway: () => note('away')};
    return {heard, listener};
  };

  /** A real channel of a connection that goes nowhere; its messages are put in by hand. */
  const setup = () => {
    const pc = new RTCPeerConnection();
    let channel: RTCDataChannel | undefined;
    const create = pc.createDataChannel.bind(pc);
    pc.createDataChannel = (...options) => (channel = create(...options));
    const {heard, listener} = listen();
    const side = openSideChannel(pc, listener);
    const receive = (data: unknown) => channel?.onmessage?.(new MessageEvent('message', {data}));
    return {pc, side, heard, receive};
  };

  const NOTHING: readonly unknown[] = [
    '',
    'nonsense',
    'null',
    '[]',
    '42',
    '"text"',
    '{}',
    '{"text":42}',
    '{"text":{"toString":"x"}}',
    '{"media":"on"}',
    '{"media":[true,true,true]}',
    '{"gone":"tired"}',
    '{"gone":["hung-up"]}',
    '{"__proto__":{"text":"hello","gone":"hung-up"}}',
    `{"text":"${'x'.repeat(4001)}"}`,
    'x'.repeat(1_000_000),
    new ArrayBuffer(8),
    new Blob(['{"text":"hello"}']),
    undefined,
  ];

  it('ignores whatever it does not know', () => {
    const {pc, side, heard, receive} = setup();
    for (const data of NOTHING) receive(data);
    expect(heard).to.deep.equal([]);
    side.close();
    pc.close();
  });

  it('takes for on only what says true', () => {
    const {pc, side, heard, receive} = setup();
    receive('{"media":{"mic":1,"camera":"true","screen":true,"constructor":true}}');
    expect(heard).to.deep.equal([{mic: false, camera: false, screen: true}]);
    side.close();
    pc.close();
  });

  it('knows every reason for an end', () => {
    const {pc, side, heard, receive} = setup();
    for (const gone of END_REASONS) receive(JSON.stringify({gone}));
    expect(heard).to.deep.equal([...END_REASONS]);
    side.close();
    pc.close();
  });

  it('hears nothing more once it is closed', () => {
    const {pc, side, heard, receive} = setup();
    side.close();
    receive('{"text":"still there?"}');
    expect(heard).to.deep.equal([]);
    expect(side.sendText('no')).to.equal(false);
    pc.close();
  });
});
