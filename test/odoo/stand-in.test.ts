import assert from 'node:assert/strict';
import {once} from 'node:events';
import {after, before, describe, it} from 'node:test';
import {WebSocket} from 'ws';
import {startOdoo} from './stand-in/start-odoo.js';
import type {StandInOdoo} from './stand-in/start-odoo.js';
import type {Person} from './stand-in/people.js';
import {readXmlCall, writeXmlValue} from './stand-in/xml-values.js';

const ID = '3f0c1a52-7a52-4f5e-9d3b-0d7a7f0a1b2c';

describe('The stand-in for Odoo', () => {
  let odoo: StandInOdoo;
  before(async () => (odoo = await startOdoo()));
  after(() => odoo.close());

  const post = async (path: string, params: object, {person, type = 'application/json', body}: {person?: Person; type?: string; body?: string} = {}): Promise<unknown> => {
    const cookie = person && odoo.cookieOf(person);
    const text = body ?? JSON.stringify({jsonrpc: '2.0', method: 'call', id: 7, params});
    const response = await fetch(odoo.url + path, {method: 'POST', headers: {'content-type': type, ...(cookie && {cookie})}, body: text});
    const said = await response.text();
    return response.headers.get('content-type')?.startsWith('application/json') ? JSON.parse(said) : response.status;
  };

  const errorOf = async (...question: Parameters<typeof post>): Promise<unknown[]> => {
    const {id, error} = (await post(...question)) as {id: unknown; error: {code: number; message: string; data: {name: string}}};
    return [id, error.code, error.message, error.data.name];
  };

  it('fails as Odoo does', async () => {
    const {alice, eve} = odoo;
    const kw = {model: 'discuss.channel', method: 'mobile_end_webrtc_call', args: [[3], ID], kwargs: {}};
    const path = '/web/dataset/call_kw/discuss.channel/mobile_end_webrtc_call';
    assert.deepEqual(await errorOf(path, kw), [null, 100, 'Odoo Session Expired', 'odoo.http.SessionExpiredException']);
    assert.deepEqual(await errorOf(path, kw, {person: eve}), [7, 200, 'Odoo Server Error', 'odoo.exceptions.AccessError']);
    assert.deepEqual(await errorOf(path, {...kw, method: '_x'}, {person: alice}), [7, 200, 'Odoo Server Error', 'odoo.exceptions.AccessError']);
    assert.deepEqual(await errorOf(path, {...kw, model: 'no.such'}, {person: alice}), [7, 404, '404: Not Found', 'werkzeug.exceptions.NotFound']);
    assert.deepEqual(await errorOf(path, {}, {body: '{nope'}), [null, 200, 'Odoo Server Error', 'json.decoder.JSONDecodeError']);
    assert.equal(await post(path, kw, {type: 'text/plain'}), 400);
    assert.equal(await post('/no/such/route', {}), 404);
    assert.deepEqual(await post('/web/session/destroy', {}, {person: eve}), {jsonrpc: '2.0', id: 7});
  });

  const listen = async (person: Person | undefined, {version = '18.0-3', agent = 'Mozilla'}: {version?: string; agent?: string} = {}) => {
    const headers = {Cookie: person ? odoo.cookieOf(person) : '', Origin: odoo.url, ...(agent && {'User-Agent': agent})};
    const socket = new WebSocket(`${odoo.url.replace('http', 'ws')}/websocket?version=${version}`, {headers});
    await once(socket, 'open');
    return socket;
  };
  const closeOf = async (socket: WebSocket): Promise<unknown[]> => {
    const [code, reason] = (await once(socket, 'close')) as [number, Buffer];
    return [code, String(reason)];
  };
  const subscribe = (socket: WebSocket, last = 0): void => socket.send(JSON.stringify({event_name: 'subscribe', data: {channels: [], last}}));

  it('hangs up as Odoo does', async () => {
    assert.deepEqual(await closeOf(await listen(odoo.bob, {version: '17.0-1'})), [1000, 'OUTDATED_VERSION']);
    const quick = await listen(odoo.bob);
    for (let count = 0; count < 15; count += 1) subscribe(quick);
    assert.deepEqual(await closeOf(quick), [1013, '']);
    const large = await listen(odoo.bob);
    large.send('x'.repeat(1_100_000));
    assert.equal((await closeOf(large))[0], 1009);
  });

  it('lets an app call a person who listens, and says so to nobody else', async () => {
    const {bob, eve} = odoo;
    const heard: [string, {type: string; payload: {call_id: string; caller: string; client_id: unknown}}][] = [];
    const sockets = await Promise.all([bob, eve].map((person) => listen(person)));
    for (const [index, socket] of sockets.entries()) {
      socket.on('message', (data) => {
        for (const {message} of JSON.parse(String(data)) as {message: (typeof heard)[number][1]}[]) heard.push([['bob', 'eve'][index] ?? '', message]);
      });
      subscribe(socket);
    }
    const call = (method: string, ...params: unknown[]): Promise<string> =>
      fetch(`${odoo.url}/xmlrpc/2/${method === 'authenticate' ? 'common' : 'object'}`, {
        method: 'POST',
        headers: {'content-type': 'text/xml'},
        body: `<?xml version='1.0'?><methodCall><methodName>${method}</methodName><params>${params.map((value) => `<param>${writeXmlValue(value)}</param>`).join('')}</params></methodCall>`,
      }).then((response) => response.text());
    assert.match(await call('authenticate', 'lab', 'alice', 'alice', {}), /<int>6<\/int>/);
    assert.match(await call('authenticate', 'lab', 'alice', 'wrong', {}), /<boolean>0<\/boolean>/);
    const arrived = once(sockets[0] as WebSocket, 'message');
    const started = await call('execute_kw', 'lab', 6, 'alice', 'discuss.channel', 'mobile_start_webrtc_call', [[3]], {call_type: 'audio'});
    assert.match(started, /<name>status<\/name>\s*<value><string>initiating<\/string>/);
    await arrived;
    const rung = heard.filter(([, {type}]) => type === 'webrtc_call_invitation');
    assert.deepEqual(rung.map(([who, {payload}]) => [who, payload.caller, payload.client_id]), [['bob', 'partner:7', false]]);
    assert.match(await call('execute_kw', 'lab', 6, 'wrong', 'discuss.channel', 'mobile_start_webrtc_call', [[3]], {}), /<name>faultCode<\/name>\s*<value><int>3<\/int>/);
    assert.match(await call('execute_kw', 'lab', 8, 'eve', 'discuss.channel', 'mobile_start_webrtc_call', [[3]], {}), /<name>faultCode<\/name>\s*<value><int>4<\/int>/);
    for (const socket of sockets) socket.terminate();
  });

  it('reads what XML-RPC clients write', () => {
    const value = {sdp: 'v=0\r\na=<b> & "c"', list: [1, -2.5, true, false, []], none: {}, text: ''};
    const xml = `<?xml version="1.0"?>\n<methodCall><methodName>execute_kw</methodName><params><param>${writeXmlValue(value)}</param><param><value>bare</value></param></params></methodCall>`;
    assert.deepEqual(readXmlCall(xml), {method: 'execute_kw', params: [value, 'bare']});
  });
});
