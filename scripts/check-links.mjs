// Links between the documents lead somewhere: to a file that is there, and to a heading in it.
import {existsSync, readFileSync} from 'node:fs';
import {dirname, join, normalize} from 'node:path';
import {listFiles} from './list-files.mjs';
import {ROOT} from './run-command.mjs';

const isDocument = (path) => path.endsWith('.md');
const documents = ['README.md', 'CONTRIBUTING.md', 'server/README.md', ...listFiles('docs', isDocument)];

const textOf = (path) => readFileSync(join(ROOT, path), 'utf8').replace(/```[^]*?```/g, '');

/** The name that a heading gets, as GitHub makes it. */
const anchorOf = (heading) =>
  heading
    .toLowerCase()
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

const anchorsIn = (path) => new Set([...textOf(path).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading)));

const faultOf = (from, link) => {
  const [path, anchor] = link.split('#');
  const target = path ? normalize(join(dirname(from), path)) : from;
  if (!existsSync(join(ROOT, target))) return 'is not there';
  return anchor && isDocument(target) && !anchorsIn(target).has(anchor) ? 'has no such heading' : undefined;
};

let count = 0;
let faults = 0;
for (const document of documents) {
  for (const [, link] of textOf(document).matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^[a-z]+:/.test(link)) continue;
    count += 1;
    const fault = faultOf(document, link);
    if (fault) console.error(`${document}: ${link} ${fault}.`);
    if (fault) faults += 1;
  }
}
console.log(`${count} links between ${documents.length} documents`);
process.exit(faults === 0 ? 0 : 1);
