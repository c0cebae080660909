import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {CallAcceptRequestEvent} from '../../src/events/call-accept-request.js';
import {CallDeclineRequestEvent} from '../../src/events/call-decline-request.js';
import {CallHangupRequestEvent} from '../../src/events/call-hangup-request.js';
import type {CallRequestEvent, CallRequests} from '../../src/events/call-request-event.js';
import {CallStartRequestEvent} from '../../src/events/call-start-request.js';
import {CallToggleRequestEvent} from '../../src/events/call-toggle-request.js';

interface Named {
  readonly name: string;
}

interface Declaration {
  readonly tagName?: string;
  readonly attributes?: readonly Named[];
  readonly cssParts?: readonly Named[];
  readonly slots?: readonly Named[];
  readonly events?: readonly Named[];
}

interface Manifest {
  readonly modules: readonly {readonly declarations?: readonly Declaration[]}[];
}

const words = (text: string): string[] => text.split(' ').filter(Boolean);

const CONFIGURATION = words(
  'user-id user-name user-avatar status connector connectors server token-url ice-servers ice-url ip-privacy ' +
    'ring-timeout ringtone window-mode call-page state',
);

/** What pages, addons and acceptance checks rely on. It may grow; nothing here may go. */
const CONTRACT: Readonly<Record<string, {attributes: string[]; parts?: string[]; slots?: string[]; events?: string[]}>> = {
  'call-config': {attributes: [...CONFIGURATION, 'lang']},
  'call-provider': {attributes: CONFIGURATION, slots: ['']},
  'call-button': {
    attributes: words('callee callee-name callee-avatar media connector variant disabled state presence'),
    parts: words('button icon label badge menu-button menu menu-item'),
    slots: ['', 'icon'],
    events: words('call-start-request call-accept-request call-hangup-request'),
  },
  'incoming-call': {
    attributes: words('position ringtone state'),
    parts: words('popup avatar message answer answer-audio decline close'),
    slots: ['avatar'],
    events: words('call-accept-request call-decline-request'),
  },
  'call-window': {
    attributes: words('mode state mic camera screen end-reason'),
    parts: words(
      'window remote-video local-video avatar name status timer message controls mic camera screen settings hangup close',
    ),
    slots: ['controls', 'avatar'],
    events: words('call-toggle-request call-hangup-request'),
  },
  'call-admin': {
    attributes: words('server'),
    parts: words('connectors connector-row active settings servers server-row url username credential add remove test result save'),
  },
  'call-im-accounts': {attributes: words('user-id'), parts: words('list row type id add remove save')},
  'call-toggle': {
    attributes: words('kind state'),
    parts: words('button icon label'),
    slots: [''],
    events: words('call-toggle-request'),
  },
};

/** What listeners may read from a request. */
const REQUESTS: CallRequests = {
  'call-start-request': {callee: 'bob', media: 'audio', connector: 'local'},
  'call-accept-request': {callId: '1', media: 'audio'},
  'call-decline-request': {callId: '1', reason: 'declined'},
  'call-hangup-request': {callId: '1'},
  'call-toggle-request': {callId: '1', kind: 'mic', on: false},
};

const MADE: readonly CallRequestEvent[] = [
  new CallStartRequestEvent(REQUESTS['call-start-request']),
  new CallAcceptRequestEvent(REQUESTS['call-accept-request']),
  new CallDeclineRequestEvent(REQUESTS['call-decline-request']),
  new CallHangupRequestEvent(REQUESTS['call-hangup-request']),
  new CallToggleRequestEvent(REQUESTS['call-toggle-request']),
];

const manifest = JSON.parse(readFileSync(new URL('../../custom-elements.json', import.meta.url), 'utf8')) as Manifest;
const declarations = manifest.modules.flatMap((module) => module.declarations ?? []);

const missing = (wanted: readonly string[] = [], there: readonly Named[] = []): string[] => {
  const names = new Set(there.map(({name}) => name));
  return wanted.filter((name) => !names.has(name));
};

describe('custom-elements.json has what the contract names', () => {
  for (const [tag, {attributes, parts, slots, events}] of Object.entries(CONTRACT)) {
    it(`of <${tag}>`, () => {
      const element = declarations.find(({tagName}) => tagName === tag);
      assert.ok(element, `<${tag}> is not described`);
      assert.deepEqual(missing(attributes, element.attributes), [], 'attributes');
      assert.deepEqual(missing(parts, element.cssParts), [], 'parts');
      assert.deepEqual(missing(slots, element.slots), [], 'slots');
      assert.deepEqual(missing(events, element.events), [], 'events');
    });
  }
});

describe('a request is as the contract says', () => {
  for (const request of MADE) {
    it(request.type, () => {
      const {type, bubbles, composed, cancelable, detail} = request;
      assert.deepEqual({bubbles, composed, cancelable}, {bubbles: true, composed: true, cancelable: true});
      assert.deepEqual(detail, REQUESTS[type]);
      assert.ok(Object.isFrozen(detail));
    });
  }

  it('covers them all', () => {
    assert.deepEqual(MADE.map(({type}) => type), Object.keys(REQUESTS));
    assert.equal(new CallHangupRequestEvent().detail.callId, undefined);
  });
});
