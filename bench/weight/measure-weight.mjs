import {build} from 'esbuild';
import {readLibrary, ROOT} from '../serve.mjs';
import {add, weigh} from './compress.mjs';
import {PACKAGES} from './contestants.mjs';
import {watchLibrary} from './watch-library.mjs';

const bundle = async (code) => {
  const {outputFiles} = await build({
    stdin: {contents: code, resolveDir: ROOT},
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    define: {global: 'globalThis'},
    legalComments: 'none',
  });
  return outputFiles[0].text;
};

const isPeerjs = (path) => path.includes('/peerjs-library-');

/** Bytes over the wire: ours as the CDN build has them, the others bundled by esbuild. */
export const measureWeight = async () => {
  const library = readLibrary();
  const sum = (paths) => add(paths.map((path) => weigh(library[path].body)));
  const {atRest, inCall} = await watchLibrary();
  const modules = Object.keys(library).filter((path) => !path.endsWith('.iife.js'));
  const packages = [];
  for (const {name, code, lacks} of PACKAGES) packages.push({name, lacks, ...weigh(await bundle(code))});
  return {
    atRest: sum(atRest.filter((path) => !isPeerjs(path))),
    inCall: sum(inCall.filter((path) => !isPeerjs(path))),
    everything: sum(modules.filter((path) => !isPeerjs(path))),
    peerjs: sum(modules.filter(isPeerjs)),
    classic: weigh(library['/dist/cdn/call-elements.iife.js'].body),
    files: Object.fromEntries(modules.map((path) => [path.replace(/^.*\//, ''), weigh(library[path].body)])),
    packages,
  };
};
