import {expect} from '@open-wc/testing';
import type {Candidate, MessageBodies} from '../../src/protocol/messages.js';
import {Connection} from '../../src/rtc/connection.js';
import {OfferGate} from '../../src/rtc/offer-gate.js';
import {createPace} from '../../src/rtc/pace.js';
import {SearchNotes} from '../../src/rtc/search-notes.js';
import {NO_TRACKS} from '../../src/protocol/peer-link.js';
import {systemClock} from '../../src/util/clock.js';
import {createFakeClock} from '../helpers/fake-clock.js';
import {linkPair} from '../helpers/real-links.js';
import type {LinkMessage} from '../helpers/real-links.js';

const candidate: Candidate = {candidate: 'nonsense', sdpMid: '0', sdpMLineIndex: 0, usernameFragment: null};
const many = Array.from({length: 64}, () => candidate);
const ignore = (): void => undefined;

describe('bounds: candidates that come too early', () => {
  it('are kept up to 256 for a description that is still to come', async () => {
    const connect = (): Connection =>
      new Connection({
        generation: 1,
        clock: systemClock,
        configuration: {},
        notes: new SearchNotes(),
        listener: {remoteMedia: ignore, remoteText: ignore, remoteGone: ignore, remoteAway: ignore},
        candidates: ignore,
        status: ignore,
      });
    const [caller, callee] = [connect(), connect()];
    const {addIceCandidate} = RTCPeerConnection.prototype;
    let added = 0;
    RTCPeerConnection.prototype.addIceCandidate = async () => void (added += 1);
    for (let count = 0; count < 5; count += 1) await callee.addCandidates(many);
    await callee.answer(await caller.offer());
    RTCPeerConnection.prototype.addIceCandidate = addIceCandidate;
    caller.close();
    callee.close();
    expect(added).to.equal(256);
  });

  it('are kept up to 256 for an offer that is held', () => {
    const answered: (readonly Candidate[])[] = [];
    const gate = new OfferGate((_offer, candidates) => answered.push(candidates));
    gate.receive({generation: 1, sdp: 'v=0'}, 'none');
    for (let count = 0; count < 5; count += 1) expect(gate.holds(many)).to.equal(true);
    gate.release();
    expect(answered.map(({length}) => length)).to.deep.equal([256]);
    expect(gate.holds(many)).to.equal(false);
  });
});

describe('bounds: offers before the person here agreed', () => {
  const offer = (generation: number): MessageBodies['offer'] => ({generation, sdp: 'v=0'});

  it('answers four, then holds the newest until they agree; then all are answered', () => {
    const answered: number[] = [];
    const gate = new OfferGate(({generation}) => answered.push(generation));
    for (const generation of [1, 1, 2, 3, 4, 5]) gate.receive(offer(generation), 'relay');
    expect(answered).to.deep.equal([1, 1, 2, 3]);
    gate.agree();
    gate.release();
    for (const generation of [6, 7, 8, 9]) gate.receive(offer(generation), 'relay');
    expect(answered).to.deep.equal([1, 1, 2, 3, 5, 6, 7, 8, 9]);
  });

  it('makes four connections for a caller that offers ever new ones, and a fifth for the last when they agree', async () => {
    const pair = linkPair({tamper: (message, from) => (from === 'offerer' ? [] : [message])});
    const {caller, callee, book} = pair;
    const answers = () => callee.sent.filter(({type}) => type === 'answer').map(({body}) => body.generation);
    await caller.until(() => caller.sent.length > 0);
    const [first] = caller.sent;
    if (first?.type !== 'offer') throw new Error('An offer comes first.');
    for (const generation of [1, 2, 3, 4]) {
      callee.receive({type: 'offer', body: {...first.body, generation}});
      await callee.until(() => answers().includes(generation));
    }
    callee.receive({type: 'offer', body: {...first.body, generation: 5}});
    const witness = linkPair();
    await witness.connected();
    witness.close();
    expect(answers()).to.deep.equal([1, 2, 3, 4]);
    const made = book.all.length;
    callee.receive({type: 'offer', body: {...first.body, generation: 6}});
    callee.link.attach(NO_TRACKS);
    await callee.until(() => answers().includes(6));
    expect(answers()).to.deep.equal([1, 2, 3, 4, 6]);
    expect(book.all, 'a connection of its own').to.have.length(made + 1);
    expect(book.open, 'the caller’s and the last of the callee’s').to.have.length(2);
    pair.close();
  });
});

describe('bounds: restarts', () => {
  it('happen at once, then once a second for all who asked meanwhile', async () => {
    const clock = createFakeClock();
    const times: number[] = [];
    const pace = createPace(clock, () => times.push(clock.now() - 1_000_000));
    for (let count = 0; count < 25; count += 1) {
      pace.ask();
      await clock.advance(100);
    }
    await clock.advance(10_000);
    expect(times).to.deep.equal([0, 1000, 2000, 3000]);
    expect(clock.pending).to.equal(0);
    pace.ask();
    pace.ask();
    pace.close();
    expect(clock.pending).to.equal(0);
  });

  it('are not to be had in a circle by a callee that asks for the next with each answer', async () => {
    const clock = createFakeClock();
    const times: number[] = [];
    const renew: LinkMessage = {type: 'renew', body: {generation: 1}};
    const pair = linkPair({
      clock,
      tamper: (message, from) => {
        if (message.type === 'offer') times.push(clock.now() - 1_000_000);
        return from === 'answerer' && message.type === 'answer' ? [message, renew] : [message];
      },
    });
    for (const restart of [1, 2, 3]) {
      await pair.callee.until(() => pair.callee.sent.filter(({type}) => type === 'answer').length === restart + 1);
      await clock.advance(1000);
    }
    expect(times.slice(0, 4)).to.deep.equal([0, 0, 1000, 2000]);
    pair.close();
  });
});
