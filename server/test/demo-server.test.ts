import assert from 'node:assert/strict';
import {once} from 'node:events';
import {after, afterEach, before, describe, it} from 'node:test';
import {WebSocket} from 'ws';
import {createDemoServer, ListenError} from '../src/index.js';
import type {DemoOptions, DemoServer} from '../src/index.js';

let open: DemoServer[] = [];

const serve = async (options: DemoOptions = {}): Promise<DemoServer> => {
  const server = await createDemoServer({port: 0, ...options});
  open.push(server);
  return server;
};

const tokenOf = async ({url}: DemoServer, user: string): Promise<string> => {
  const answer = await fetch(`${url}/token?user=${user}`);
  return ((await answer.json()) as {token: string}).token;
};

/** A page's line, as PeerJS opens it. */
const socketTo = async (server: DemoServer, user: string): Promise<WebSocket> => {
  const query = new URLSearchParams({key: 'peerjs', id: `u${user}_0123456789abcdef`, token: await tokenOf(server, user)});
  return new WebSocket(`${server.url.replace('http', 'ws')}/peerjs?${query}`);
};

describe('the demo portal', () => {
  let url: string;
  let server: DemoServer;
  before(async () => {
    server = await createDemoServer({port: 0});
    ({url} = server);
  });
  after(() => server.close());

  it('gives each person one config, one popup, one window and a button for each of the others, on every page', async () => {
    for (const page of ['/', '/stream', '/profile', '/chat', '/log', '/settings', '/admin', '/theming']) {
      const html = await (await fetch(`${url}${page}?user=bob&who=carol&with=dave`)).text();
      for (const tag of ['call-config', 'incoming-call', 'call-window']) {
        assert.equal(html.split(`<${tag}`).length - 1, 1, `${tag} on ${page}`);
      }
      for (const callee of ['alice', 'carol', 'dave']) assert.match(html, new RegExp(`callee="${callee}"`), `${callee} on ${page}`);
      assert.doesNotMatch(html, /callee="bob"/);
      assert.doesNotMatch(html, /\{\{/);
    }
  });

  it('keeps the person and the settings in every link', async () => {
    const html = await (await fetch(`${url}/?user=alice&connector=local&lang=ar`)).text();
    assert.match(html, /<html lang="ar" dir="rtl">/);
    assert.match(html, /connector="local"/);
    assert.doesNotMatch(html, /server="/);
    assert.match(html, /href="\/chat\?user=alice&amp;lang=ar&amp;connector=local&amp;with=bob"/);
  });

  it('opens calls in a window of their own where a page is asked to, and carries that on', async () => {
    const html = await (await fetch(`${url}/stream?user=alice&window-mode=window`)).text();
    assert.match(html, /window-mode="window" call-page="\/call\?user=alice&amp;window-mode=window"/);
    assert.match(html, /href="\/chat\?user=alice&amp;window-mode=window"/);
    const call = await (await fetch(`${url}/call?user=alice&window-mode=window`)).text();
    assert.match(call, /<call-window mode="window">/);
    assert.doesNotMatch(call, /call-page=|incoming-call|call-button/);
  });

  it('shows the way to the administration to administrators', async () => {
    const link = /href="\/admin\?/;
    assert.match(await (await fetch(`${url}/?user=alice`)).text(), link);
    assert.doesNotMatch(await (await fetch(`${url}/?user=bob`)).text(), link);
  });

  it('gives nobody a button to call whoever has left', async () => {
    const html = await (await fetch(`${url}/stream?user=alice`)).text();
    assert.match(html, /data-callee="" data-name="Erin Novak"/);
    assert.match(html, /data-callee="" data-name="Alice Martin"/);
    assert.doesNotMatch(html, /callee="erin"/);
  });

  it('gives a room of the chat as data, to one who is in it', async () => {
    const room = await (await fetch(`${url}/chat/room?user=carol&with=dave`)).json();
    const {partner, lines} = room as {partner: {id: string}; lines: object[]};
    assert.equal(partner.id, 'dave');
    assert.equal(lines.length, 3);
    assert.equal((await fetch(`${url}/chat/room?with=dave`)).status, 404);
  });

  it('asks whoever has no name who they are, and shows a strange name as text', async () => {
    assert.match(await (await fetch(url)).text(), /Who are you today/);
    const stranger = await fetch(`${url}/?user=${encodeURIComponent('"><img onerror=1>')}`);
    assert.equal(stranger.status, 404);
    assert.doesNotMatch(await stranger.text(), /<img onerror/);
  });

  it('shows what was written in a chat as text', async () => {
    const body = new URLSearchParams({message: '<b>bold</b>'});
    const answer = await fetch(`${url}/chat?user=alice&with=bob`, {method: 'POST', body});
    assert.match(await answer.text(), /&lt;b&gt;bold&lt;\/b&gt;/);
    const other = await (await fetch(`${url}/chat?user=bob&with=alice`)).text();
    assert.match(other, /class="theirs"><b>Alice Martin<\/b>[^]*&lt;b&gt;bold/);
  });

  it('serves nothing from outside of its folders', async () => {
    for (const path of ['/assets/%2e%2e/%2e%2e/package.json', '/cdn/..%2f..%2fpackage.json', '/package.json', '/assets/.env']) {
      assert.equal((await fetch(url + path)).status, 404, path);
    }
    const style = await fetch(`${url}/assets/portal.css`);
    assert.match(style.headers.get('content-type') ?? '', /^text\/css/);
    const headers = {'If-None-Match': style.headers.get('etag') ?? '', 'Cache-Control': 'max-age=0'};
    const again = await fetch(`${url}/assets/portal.css`, {headers});
    assert.equal(again.status, 304);
  });

  it('sends the strict policy when it is asked to', async () => {
    assert.equal((await fetch(`${url}/`)).headers.get('content-security-policy'), null);
    const policy = (await fetch(`${url}/?csp=strict`)).headers.get('content-security-policy');
    assert.match(policy ?? '', /require-trusted-types-for 'script'/);
    const strict = await serve({strict: true});
    assert.equal((await fetch(`${strict.url}/`)).headers.get('content-security-policy'), policy);
  });

  it('signs tokens for anybody, and for nobody else', async () => {
    const headers = {Authorization: `Bearer ${await tokenOf(server, 'alice')}`};
    const {user} = (await (await fetch(`${url}/session`, {headers})).json()) as {user: object};
    assert.deepEqual(user, {id: 'alice', name: 'Alice Martin', avatar: '/assets/avatars/alice.svg', isAdmin: true});
    assert.equal((await fetch(`${url}/token`)).status, 401);
  });

});

describe('a demo server', () => {
  afterEach(async () => {
    await Promise.all(open.map((server) => server.close()));
    open = [];
  });

  it('ends its sockets when it closes, and can start again on the same port', async () => {
    const first = await serve();
    const socket = await socketTo(first, 'alice');
    await once(socket, 'message');
    const closed = once(socket, 'close');
    await first.close();
    await first.close();
    await closed;
    const second = await serve({port: first.port});
    assert.equal((await fetch(`${second.url}/?user=alice`)).status, 200);
  });

  it('says what to do when its port is taken', async () => {
    const {port} = await serve();
    await assert.rejects(serve({port}), (error) => error instanceof ListenError && /is taken.*PORT=/.test(error.message));
  });
});
