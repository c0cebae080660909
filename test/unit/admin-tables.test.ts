import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {connectorFault} from '../../src/elements/call-admin/connector-fault.js';
import {serverFault} from '../../src/elements/call-admin/server-fault.js';
import {iceWarnings} from '../../src/ice/ice-warnings.js';
import {iceServerListSchema} from '../../server/src/ice/ice-server-schema.js';
import {sendIceServers} from '../../src/rest/values.js';

const row = (urls: string, username = '', credential = '') => ({urls, username, credential, enabled: true});

const ROWS = [
  [row(''), 'empty'],
  [row('stun:stun.example.org'), undefined],
  [row('STUN:stun.example.org:3478'), undefined],
  [row('stuns:[2001:db8::1]:5349'), undefined],
  [row('turn:turn.example.org', 'u', 'c'), undefined],
  [row('turn:a.example.org, turns:a.example.org:443?transport=tcp', 'u', 'c'), undefined],
  [row('turn:turn.example.org'), 'credentials'],
  [row('turn:turn.example.org', 'u'), 'credentials'],
  [row('stun:stun.example.org?transport=udp'), 'transport'],
  [row('https://turn.example.org'), 'scheme'],
  [row('turn.example.org:3478'), 'scheme'],
  [row('turn:u@turn.example.org', 'u', 'c'), 'secret'],
  [row('turn:turn.example.org:0', 'u', 'c'), 'form'],
  [row('turn:turn.example.org:70000', 'u', 'c'), 'form'],
  [row('turn://turn.example.org', 'u', 'c'), 'form'],
  [row('stun:'), 'form'],
] as const;

describe('an ICE server in the form', () => {
  for (const [server, fault] of ROWS) {
    it(`"${server.urls}" ${server.username ? 'with' : 'without'} a user name: ${fault ?? 'can be saved'}, and the server agrees`, () => {
      assert.equal(serverFault(server)?.fault, fault);
      assert.equal(iceServerListSchema.safeParse(JSON.parse(JSON.stringify(sendIceServers([server])))).success, fault === undefined);
    });
  }
});

describe('warnings of a list of ICE servers', () => {
  const many = Array.from({length: 5}, (_, index) => ({urls: `turns:turn${index}.example.org`}));
  for (const [title, servers, warnings] of [
    ['an empty one', [], ['no-turn']],
    ['STUN of one’s own alone', [{urls: 'stun:stun.example.org'}], ['no-turn']],
    ['STUN of somebody else', [{urls: 'stun:stun1.l.google.com:19302'}, {urls: 'turns:t.example.org'}], ['public-stun']],
    ['plain TURN', [{urls: 'turn:t.example.org'}], ['plain-turn']],
    ['TURN over both', [{urls: ['turn:t.example.org', 'turns:t.example.org']}], []],
    ['five', many, ['many']],
  ] as const) {
    it(`${title}: ${warnings.join(', ') || 'none'}`, () => assert.deepEqual(iceWarnings(servers), warnings));
  }
});

describe('a connector in the table', () => {
  const connector = (name: string, url?: string) => ({name, title: '', active: true, order: 0, settings: url === undefined ? {} : {url}});
  for (const [one, fault] of [
    [connector('jitsi', 'https://meet.example.org/{id}'), undefined],
    [connector('jitsi', '/meet/{id}'), undefined],
    [connector('jitsi', '//evil.example'), 'connectorUrlFault'],
    [connector('jitsi', 'javascript:alert(1)'), 'connectorUrlFault'],
    [connector('jitsi', 'http://meet.example.org'), 'connectorUrlFault'],
    [connector(''), 'connectorNameFault'],
    [connector('9lives'), 'connectorNameFault'],
    [connector('peerjs'), 'connectorTwice'],
  ] as const) {
    it(`"${one.name}" ${one.settings.url ?? ''}: ${fault ?? 'can be saved'}`, () => {
      assert.equal(connectorFault(one, [one, connector('peerjs')])?.fault, fault);
    });
  }
});
