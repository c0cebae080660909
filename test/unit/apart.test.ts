import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ApartDoor} from '../../src/call/apart-door.js';
import {createApart} from '../../src/call/apart.js';
import type {Apart} from '../../src/call/apart.js';
import type {CallEngine} from '../../src/call/call-engine.js';
import {CallRequestEvent} from '../../src/events/call-request-event.js';
import {callWindowName} from '../../src/tabs/call-window-name.js';
import {windowPlace} from '../../src/tabs/window-place.js';
import type {CallPages, Opening, OpeningResult} from '../../src/types/call-pages.js';
import {IDLE_STATE} from '../../src/types/call-state.js';
import type {CallState} from '../../src/types/call-state.js';
import type {AnswerTicket} from '../../src/types/call-ticket.js';
import {DEFAULT_CONFIGURATION} from '../../src/types/configuration.js';
import type {CallConfiguration} from '../../src/types/configuration.js';
import type {CallControllerFace} from '../../src/types/controller.js';

const APART: Partial<CallConfiguration> = {userId: 'alice', windowMode: 'window', callPage: '/call'};
const CALL = new CallRequestEvent('call-start-request', {callee: 'bob', media: 'video', connector: undefined, calleeName: 'Bob'});
const ANSWER = new CallRequestEvent('call-accept-request', {callId: '1', media: 'audio'});
const RINGING = {kind: 'answer', user: 'alice', at: 0} as AnswerTicket;
const BOB = {id: 'bob', name: 'Bob', avatar: undefined, identity: 'verified'} as const;

interface World {
  readonly state?: Partial<CallState>;
  readonly configuration?: Partial<CallConfiguration>;
  readonly result?: OpeningResult;
  readonly isOwn?: boolean;
}

/** What came of a request: windows opened, windows shown, and what this page did itself. */
const ask = (request: CallRequestEvent, {state, configuration = APART, result = 'opened', isOwn = false}: World = {}) => {
  const opened: Opening[] = [];
  const shown: string[] = [];
  const here: (string | undefined)[] = [];
  const pages: CallPages = {
    isOwn,
    open: (opening) => {
      opened.push(opening);
      return result;
    },
    show: (name) => Boolean(shown.push(name)),
  };
  const controller = {
    state: {...IDLE_STATE, userId: 'alice', ...state},
    configuration: {...DEFAULT_CONFIGURATION, ...configuration},
  } as CallControllerFace;
  const engine = {answerTicket: (media: string, callId: string) => (callId === '1' ? {...RINGING, media} : undefined)} as unknown as CallEngine;
  createApart(pages, controller, () => engine)(request, async (trouble) => void here.push(trouble));
  return {opened, shown, here};
};

test('a press on Call opens a window with a ticket for that call, and nothing begins here', () => {
  const {opened, here} = ask(CALL);
  assert.deepEqual(here, []);
  const [{page, user, ticket} = assert.fail()] = opened;
  assert.deepEqual([page, user, ticket.kind], ['/call', 'alice', 'start']);
  assert.deepEqual(ticket.kind === 'start' && ticket.options, {callee: 'bob', media: 'video', calleeName: 'Bob'});
});

test('a press on Answer opens a window with the ring', () => {
  const {opened, here} = ask(ANSWER, {state: {phase: 'incoming', callId: '1', peer: BOB}});
  assert.deepEqual(here, []);
  assert.deepEqual(opened[0]?.ticket, {...RINGING, media: 'audio'});
});

test('a press on Call while they ring answers in a window', () => {
  const {opened} = ask(CALL, {state: {phase: 'incoming', callId: '1', peer: BOB}});
  assert.equal(opened[0]?.ticket.kind, 'answer');
});

test('a blocked window leaves the call on this page, with a word on it; one whose page cannot be used, without', () => {
  assert.deepEqual(ask(CALL, {result: 'blocked'}).here, ['window-blocked']);
  assert.deepEqual(ask(CALL, {result: 'impossible'}).here, [undefined]);
  assert.deepEqual(ask(CALL, {result: 'shown'}).here, []);
});

test('this page does by itself what opens no window', () => {
  const cases: [string, CallRequestEvent, World][] = [
    ['another mode', CALL, {configuration: {...APART, windowMode: 'floating'}}],
    ['no page for calls', CALL, {configuration: {...APART, callPage: ''}}],
    ['a window of its own already', CALL, {isOwn: true}],
    ['a call that is on here', CALL, {state: {phase: 'connected', peer: BOB}}],
    ['nobody to call', new CallRequestEvent('call-start-request', {callee: '', media: 'video', connector: undefined}), {}],
    ['nobody signed in', CALL, {state: {userId: ''}}],
    ['a ring that is over', new CallRequestEvent('call-accept-request', {callId: '2', media: undefined}), {}],
    ['hanging up', new CallRequestEvent('call-hangup-request', {callId: '1'}), {}],
    ['declining', new CallRequestEvent('call-decline-request', {callId: '1', reason: 'declined'}), {}],
  ];
  for (const [name, request, world] of cases) {
    const {opened, here} = ask(request, world);
    assert.deepEqual([opened.length, here.length], [0, 1], name);
  }
});

test('while another window has the call, a press shows that one, whatever this page is configured for', () => {
  const elsewhere = {callId: '1', phase: 'connected', peer: {id: 'bob', name: 'Bob'}, place: 'window', windowName: 'w'} as const;
  for (const configuration of [APART, {...APART, windowMode: 'floating'}] as const) {
    const {opened, shown, here} = ask(CALL, {state: {elsewhere}, configuration});
    assert.deepEqual([opened.length, shown, here.length], [0, ['w'], 0]);
  }
});

test('requests pass at once while nothing is fetched, and wait for what is on its way', async () => {
  const passed: string[] = [];
  let arrive: (apart: Apart) => void = () => undefined;
  const door = new ApartDoor(() => new Promise<Apart>((resolve) => (arrive = resolve)));
  const here = async () => void passed.push('here');
  door.pass(CALL, here);
  assert.deepEqual(passed, ['here']);
  door.open();
  door.pass(CALL, here);
  assert.deepEqual(passed, ['here']);
  arrive(() => void passed.push('apart'));
  await new Promise((resolve) => setImmediate(resolve));
  door.pass(CALL, here);
  assert.deepEqual(passed, ['here', 'apart', 'apart']);
});

test('what cannot be fetched leaves requests to this page', async () => {
  let passed = 0;
  const door = new ApartDoor(async () => Promise.reject(new Error('offline')));
  door.open();
  door.pass(CALL, async () => void (passed += 1));
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(passed, 1);
});

test('a window is named after its person alone, in plain letters', () => {
  assert.equal(callWindowName('alice'), 'call-elements-alice');
  assert.match(callWindowName('Zoë O’Neil <z@x.org>'), /^[\w-]+$/);
  assert.notEqual(callWindowName('a b'), callWindowName('a_20_b'));
  assert.notEqual(callWindowName('a.b'), callWindowName('a b'));
});

test('a window takes four fifths of the screen, in its middle; a small screen whole', () => {
  const screen = {availWidth: 1920, availHeight: 1000};
  assert.equal(windowPlace(screen), 'popup,width=1536,height=800,left=192,top=100');
  assert.equal(windowPlace({...screen, availLeft: 1920, availTop: 40}), 'popup,width=1536,height=800,left=2112,top=140');
  assert.equal(windowPlace({availWidth: 760, availHeight: 500}), 'popup,width=760,height=500,left=0,top=0');
});
