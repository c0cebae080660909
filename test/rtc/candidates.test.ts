import {expect} from '@open-wc/testing';
import {linkPair} from '../helpers/real-links.js';
import type {LinkMessage, LinkPair, Tamper} from '../helpers/real-links.js';
import {createFakeClock} from '../helpers/fake-clock.js';
import {createCandidateBatch} from '../../src/rtc/candidate-batch.js';
import type {Candidate, MessageBodies} from '../../src/protocol/messages.js';

const candidate = (text: string): Candidate => ({candidate: text, sdpMid: '0', sdpMLineIndex: 0, usernameFragment: null});

/** Keeps what `from` says back until `released` says otherwise, then lets it go in the given order. */
const inOrder = (...types: readonly string[]): Tamper => {
  const held: LinkMessage[] = [];
  return (message, from) => {
    if (from !== 'offerer') return [message];
    held.push(message);
    if (!types.every((type) => held.some((one) => one.type === type))) return [];
    return held.splice(0).sort((one, other) => types.indexOf(one.type) - types.indexOf(other.type));
  };
};

describe('link: candidates', () => {
  let pair: LinkPair;

  afterEach(() => pair.close());

  it('sends the offer before any candidate of it, and so does every restart', async () => {
    pair = linkPair();
    await pair.connected();
    pair.caller.link.renew();
    await pair.caller.until(() => pair.caller.sent.filter(({type}) => type === 'offer').length === 2);
    await pair.connected();
    expect(pair.caller.sent[0]?.type).to.equal('offer');
    for (const {type, body} of pair.caller.sent) {
      if (type === 'candidates') expect(body.generation).to.equal(1);
    }
  });

  it('connects when candidates come ahead of the offer they belong to', async () => {
    pair = linkPair({tamper: inOrder('candidates', 'offer')});
    await pair.connected();
  });

  it('takes candidates that are nonsense for what they are', async () => {
    const nonsense = ['', 'nonsense', 'candidate:1 1 udp 1 999.999.999.999 99999 typ host', 'candidate:\u0000', '💥'.repeat(200)];
    const candidates = nonsense.map(candidate).concat([{...candidate('candidate:1 1 udp 1 192.0.2.1 9 typ host'), sdpMid: 'nowhere', sdpMLineIndex: 99}]);
    pair = linkPair({
      tamper: (message) =>
        message.type === 'candidates' || message.type === 'offer'
          ? [message, {type: 'candidates', body: {generation: 1, candidates}}]
          : [message],
    });
    await pair.connected();
    expect(pair.book.all).to.have.length(2);
  });

  it('connects when each message comes twice', async () => {
    pair = linkPair({tamper: (message) => [message, message]});
    await pair.connected();
    expect(pair.book.open).to.have.length(2);
  });

  it('connects by what the other side finds when its own candidates are all lost', async () => {
    pair = linkPair({tamper: (message, from) => (message.type === 'candidates' && from === 'answerer' ? [] : [message])});
    await pair.connected();
  });

  it('leaves alone what is meant for a connection of another generation', async () => {
    const other: MessageBodies['candidates'] = {generation: 7, candidates: [candidate('nonsense')]};
    pair = linkPair({tamper: (message) => [{type: 'candidates', body: other}, message]});
    await pair.connected();
  });
});

describe('candidate batch', () => {
  const setup = () => {
    const clock = createFakeClock();
    const sent: string[][] = [];
    const batch = createCandidateBatch(clock, (list) => sent.push(list.map(({candidate: text}) => text)));
    const add = (...texts: readonly string[]) => texts.forEach((text) => batch.add(candidate(text)));
    return {clock, sent, batch, add};
  };

  it('sends the first at once, and the next together', async () => {
    const {clock, sent, add} = setup();
    add('a', 'b', 'c');
    expect(sent).to.deep.equal([['a']]);
    await clock.advance(50);
    expect(sent).to.deep.equal([['a'], ['b', 'c']]);
  });

  it('sends no more at once than the other side reads', async () => {
    const {clock, sent, add} = setup();
    add(...Array.from({length: 150}, (_, index) => String(index)));
    await clock.advance(150);
    expect(sent.map(({length}) => length)).to.deep.equal([1, 64, 64, 21]);
    expect(sent.flat().map(Number)).to.deep.equal(Array.from({length: 150}, (_, index) => index));
  });

  it('sends one that comes after a pause at once, again', async () => {
    const {clock, sent, add} = setup();
    add('a');
    await clock.advance(50);
    expect(clock.pending).to.equal(0);
    add('b');
    expect(sent).to.deep.equal([['a'], ['b']]);
  });

  it('forgets what waits when it is closed', async () => {
    const {clock, sent, batch, add} = setup();
    add('a', 'b');
    batch.close();
    expect(clock.pending).to.equal(0);
    await clock.advance(1000);
    expect(sent).to.deep.equal([['a']]);
  });
});
