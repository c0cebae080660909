// The two files for pages without a bundler. Input is what tsc wrote, so there is one compiler and one meaning.
import {fileURLToPath} from 'node:url';
import commonjs from '@rollup/plugin-commonjs';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import {chunkOf} from './scripts/chunk-of.mjs';
import {lessCode} from './scripts/less-code.mjs';
import {plainCode} from './scripts/plain-code.mjs';

const DIST = process.env.CALL_ELEMENTS_DIST ?? 'dist';
const STUB = fileURLToPath(new URL('scripts/webrtc-adapter-stub.mjs', import.meta.url));

const plugins = [
  {
    name: 'webrtc-adapter-stub',
    resolveId: (source) => (source === 'webrtc-adapter' ? STUB : undefined),
  },
  // Our sideEffects are for those who install us; here the files lie elsewhere, and rollup sees for itself.
  nodeResolve({browser: true, exportConditions: ['browser', 'production'], ignoreSideEffectsForRoot: true}),
  commonjs(),
  lessCode(),
];

/** A classic script is no module: there, the one name at the top is for the page. */
const minify = ({module}) =>
  terser({
    ecma: 2020,
    module,
    compress: {passes: 3, unsafe_arrows: true, pure_getters: 'strict'},
    format: {comments: false},
  });

/** Whatever rollup warns of would reach a page unseen; only of TypeScript's own helper do we know that it is harmless. */
const onwarn = (warning) => {
  if (warning.code === 'THIS_IS_UNDEFINED') return;
  throw new Error(warning.message);
};

const worker = {
  input: `${DIST}/worker.js`,
  plugins: [minify({module: false}), plainCode()],
  onwarn,
  output: {file: `${DIST}/cdn/call-elements-worker.js`, format: 'iife'},
};

export default [
  worker,
  {
    input: {'call-elements': `${DIST}/cdn.js`},
    plugins: [...plugins, minify({module: true}), plainCode()],
    onwarn,
    output: {
      dir: `${DIST}/cdn`,
      format: 'es',
      entryFileNames: '[name].js',
      // Hashed, so that a page never mixes the chunks of two versions.
      chunkFileNames: 'chunks/[name]-[hash:7].js',
      onlyExplicitManualChunks: true,
      manualChunks: chunkOf,
    },
  },
  {
    input: `${DIST}/cdn.js`,
    plugins: [...plugins, minify({module: false}), plainCode()],
    onwarn,
    output: {
      file: `${DIST}/cdn/call-elements.iife.js`,
      format: 'iife',
      name: 'CallElements',
      inlineDynamicImports: true,
    },
  },
];
