// Writes custom-elements.json, and from it what editors and JSX read: dist/editor/. Another place for dist may be given.
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {generateJsxTypes} from '@wc-toolkit/jsx-types';
import {generateVsCodeCustomElementData} from 'custom-element-vs-code-integration';
import {generateManifest} from './generate-manifest.mjs';
import {ROOT} from './run-command.mjs';

const text = await generateManifest();
writeFileSync(join(ROOT, 'custom-elements.json'), text);

const outdir = join(ROOT, process.argv[2] ?? 'dist', 'editor');
mkdirSync(outdir, {recursive: true});
// Each of them changes the manifest that it is given, hence one copy each.
generateVsCodeCustomElementData(JSON.parse(text), {outdir, hideLogs: true});
generateJsxTypes(JSON.parse(text), {outdir, fileName: 'jsx.d.ts', globalTypePath: '../index.js', hideLogs: true});

// The generator names the classes of our events, but imports only those of the elements.
const events = JSON.parse(text).modules.flatMap(({declarations}) => declarations.flatMap(({events = []}) => events));
const names = [...new Set(events.map(({type}) => type.text))].sort();
const jsx = join(outdir, 'jsx.d.ts');
const imported = readFileSync(jsx, 'utf8').replace('import type {', `import type {${names.map((name) => `\n  ${name},`).join('')}`);
writeFileSync(jsx, imported);
