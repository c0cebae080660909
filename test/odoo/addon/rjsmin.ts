import {spawnSync} from 'node:child_process';
import {parseAst} from 'rollup/parseAst';

const PYTHON = process.env.CALL_ELEMENTS_PYTHON ?? '/usr/bin/python3';
const PROGRAM = 'import json, sys, rjsmin; json.dump([rjsmin.jsmin(text) for text in json.load(sys.stdin)], sys.stdout)';

const run = (scripts: readonly string[]) =>
  spawnSync(PYTHON, ['-c', PROGRAM], {input: JSON.stringify(scripts), encoding: 'utf8', maxBuffer: 2 ** 26});

/** Where the minifier of Odoo is missing, a reason to skip. */
export const withoutRjsmin = run([]).status === 0 ? false : 'needs python3-rjsmin';

/** What Odoo makes of scripts in one of its bundles. */
export const rjsmin = (scripts: readonly string[]): readonly string[] => JSON.parse(run(scripts).stdout) as string[];

const PLACES = new Set(['start', 'end', 'raw']);

/** What a script means: its syntax tree, without where things stand and how texts are spelt. */
export const meaningOf = (code: string): string =>
  JSON.stringify(parseAst(code), (key, value: unknown) => (PLACES.has(key) ? undefined : typeof value === 'bigint' ? String(value) : value));
