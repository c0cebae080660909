import {join} from 'node:path';
import {build} from 'esbuild';
import {WebSocketServer} from 'ws';
import {readLibrary, ROOT, serve} from '../serve.mjs';
import {startPeerServer} from '../start-peer-server.mjs';
import {CONTESTANTS, markup} from './contestants.mjs';

/** Passes what one user sends to the user whom it names, and knows nothing of calls. */
const attachRelay = (server) => {
  const sockets = new Map();
  const relay = new WebSocketServer({server, path: '/relay'});
  relay.on('connection', (socket, request) => {
    sockets.set(new URL(request.url, 'http://localhost').searchParams.get('user'), socket);
    socket.on('message', (text) => {
      const {to, message} = JSON.parse(String(text));
      sockets.get(to)?.send(JSON.stringify(message));
    });
  });
};

const bundlePages = async () => {
  const names = [...new Set(CONTESTANTS.map(({page}) => page))];
  const {outputFiles} = await build({
    entryPoints: names.map((name) => join(ROOT, `bench/calls/pages/${name}.js`)),
    outdir: '/',
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    external: ['/dist/*'],
    define: {global: 'globalThis'},
  });
  return Object.fromEntries(outputFiles.map(({path, text}) => [path, {type: 'text/javascript', body: text}]));
};

/** Everything that the contestants need; `put` adds a page and gives its address. */
export const startServers = async () => {
  const pages = {...readLibrary(), ...(await bundlePages())};
  const site = await serve(pages);
  attachRelay(site.server);
  return {
    ports: {relay: site.port, peerServer: await startPeerServer()},
    put: (contestant, people) => {
      const path = `/${contestant.page}-${people.user}.html`;
      pages[path] = {type: 'text/html', body: markup(contestant, people)};
      const {user, other, door} = people;
      return `http://127.0.0.1:${site.port}${path}?${new URLSearchParams({user, other, door})}`;
    },
    close: site.close,
  };
};
