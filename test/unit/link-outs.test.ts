import assert from 'node:assert/strict';
import {test} from 'node:test';
import {fillTemplate, meetingUrl} from '../../src/connectors/meeting-url.js';

const CALL = {user: 'alice', userName: 'Alice', callee: 'bob', calleeName: 'Bob', media: 'video', account: ''} as const;

const templates: readonly (readonly [template: string, changes: Partial<typeof CALL> | Record<string, string>, address: string])[] = [
  ['https://meet.example.org/{id}', {}, 'https://meet.example.org/alice~bob'],
  ['https://meet.example.org/{id}', {user: 'bob', callee: 'alice'}, 'https://meet.example.org/alice~bob'],
  ['https://meet.example.org/{callee}', {callee: '../admin?x=1#y'}, 'https://meet.example.org/..%2Fadmin%3Fx%3D1%23y'],
  ['https://meet.example.org/?n={calleeName}', {calleeName: '{account}&a=<b>'}, 'https://meet.example.org/?n=%7Baccount%7D%26a%3D%3Cb%3E'],
  ['https://meet.example.org/{constructor}', {}, 'https://meet.example.org/{constructor}'],
  ['{account}', {account: 'https://bob.example.org/room'}, 'https://bob.example.org/room'],
  ['{account}', {account: 'bob'}, ''],
  ['{account}', {account: '/admin'}, ''],
  ['{account}', {account: '//evil.example'}, ''],
];

for (const [template, changes, address] of templates) {
  test(`${template} becomes ${address || 'no address'} (${JSON.stringify(changes)})`, () => {
    assert.equal(fillTemplate(template, {...CALL, ...changes}), address);
  });
}

/** As if this were a page of that address; a sandboxed one has an origin that is none. */
const onPage = (href: string, origin: string, look: () => void): void => {
  const [page, place] = ['document', 'location'].map((name) => Object.getOwnPropertyDescriptor(globalThis, name));
  Object.defineProperty(globalThis, 'document', {configurable: true, value: {baseURI: href}});
  Object.defineProperty(globalThis, 'location', {configurable: true, value: {href, origin}});
  try {
    look();
  } finally {
    for (const [name, before] of [['document', page], ['location', place]] as const) {
      if (before) Object.defineProperty(globalThis, name, before);
      else Reflect.deleteProperty(globalThis, name);
    }
  }
};

const EVIL = ['', 'javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'http://evil.example/', 'blob:null/1', 'about:blank', '//'];

test('a meeting is opened over https: or on the page’s own origin, and nowhere else', () => {
  onPage('http://portal.test/people', 'http://portal.test', () => {
    assert.equal(meetingUrl('/meet?room=1'), 'http://portal.test/meet?room=1');
    assert.equal(meetingUrl('https://meet.example.org/1'), 'https://meet.example.org/1');
    for (const address of [...EVIL, 'blob:http://portal.test/1']) assert.equal(meetingUrl(address), undefined, address);
  });
});

test('a page whose origin is "null" opens no script, though that has the same origin', () => {
  for (const href of ['https://portal.test/sandboxed', 'file:///home/page.html']) {
    onPage(href, 'null', () => {
      for (const address of EVIL.filter((one) => one !== '//')) assert.equal(meetingUrl(address), undefined, address);
    });
  }
});
