import {readdirSync, readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {once} from 'node:events';
import {extname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

const TYPES = {'.js': 'text/javascript', '.css': 'text/css'};

/** A folder's files as pages; read once, so that a build in the meantime changes nothing. */
export const readFolder = (folder, path) =>
  Object.fromEntries(
    readdirSync(join(ROOT, folder), {recursive: true, withFileTypes: true})
      .filter((entry) => entry.isFile() && TYPES[extname(entry.name)])
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
      .map((file) => [
        path + file.slice(join(ROOT, folder).length).replaceAll('\\', '/'),
        {type: TYPES[extname(file)], body: readFileSync(file, 'utf8')},
      ]),
  );

/** The built library, as pages load it. */
export const readLibrary = () => readFolder('dist/cdn', '/dist/cdn');

/** Serves `pages`: path → `{type, body}`. `requested` has the paths that were asked for. */
export const serve = async (pages) => {
  const requested = new Set();
  const server = createServer((request, response) => {
    const {pathname} = new URL(request.url, 'http://localhost');
    const page = pages[pathname];
    requested.add(pathname);
    if (!page) return response.writeHead(404).end();
    response.writeHead(200, {'content-type': `${page.type}; charset=utf-8`}).end(page.body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return {server, port: server.address().port, requested, close};
};
