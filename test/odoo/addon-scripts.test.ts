import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {parseAst} from 'rollup/parseAst';
import {meaningOf, rjsmin, withoutRjsmin} from './addon/rjsmin.js';
import {webClientFiles} from './addon/scripts-of.js';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

const isNode = (value: unknown): value is Node => typeof (value as Node | null)?.type === 'string';

/** All nodes with those that they are in, from the outside in. */
function* nodesOf(node: Node, within: readonly Node[] = []): Generator<{node: Node; within: readonly Node[]}> {
  yield {node, within};
  for (const value of Object.values(node).flat()) if (isNode(value)) yield* nodesOf(value, [...within, node]);
}

const FUNCTIONS = /Function/;
const IMPORT = /^import \{[\s\w,]+\} from "[@./][^"'`]+";$/;
const EXPORT = /^export (const|class|(async )?function) \w/;

/** Odoo turns modules into its own by regular expressions, which know these forms and take others for code. */
const faultsOf = (code: string): string[] => {
  const program = parseAst(code) as unknown as Node;
  const faults: string[] = [];
  let statements = 0;
  for (const {node, within} of nodesOf(program)) {
    const source = code.slice(node.start, node.end);
    if (/^(Import|Export)\w*Declaration$/.test(node.type)) {
      statements += 1;
      if (!IMPORT.test(source) && !EXPORT.test(source)) faults.push(`a form that is not known: ${source.slice(0, 60)}`);
      if (code[node.start - 1] !== '\n' && node.start > 0) faults.push(`not at the start of a line: ${source.slice(0, 60)}`);
    }
    const isTopLevel = !within.some(({type}) => FUNCTIONS.test(type));
    if (node.type === 'AwaitExpression' && isTopLevel) faults.push('await outside of functions');
    if (node.type === 'MetaProperty') faults.push(`no module of Odoo's knows ${source}`);
    if (node.type === 'TemplateLiteral' && within.some(({type}) => type === 'TemplateLiteral')) faults.push('a template within a template');
  }
  const lookAlikes = code.match(/^\s*(import|export)\b/gm)?.length ?? 0;
  if (lookAlikes !== statements) faults.push('a line that only looks like an import or export');
  return faults;
};

describe('The scripts for Odoo’s web client', () => {
  it('are there', () => {
    assert.ok(webClientFiles('.js').length > 5);
  });

  for (const {path, text} of webClientFiles('.js')) {
    it(`${path} has only forms of modules that Odoo can turn into its own`, () => {
      assert.deepEqual(faultsOf(text), []);
    });
  }

  it('mean the same after Odoo’s minifier', {skip: withoutRjsmin}, () => {
    const files = webClientFiles('.js');
    const minified = rjsmin(files.map(({text}) => text));
    for (const [at, {path, text}] of files.entries()) assert.equal(meaningOf(minified[at] ?? ''), meaningOf(text), path);
  });

  it('would be caught with a form that Odoo does not know', () => {
    const bad = 'export{a as b} from "./c";\nconst x = await import.meta.y;\nconst z = `${`${1}`}`;\n';
    assert.equal(faultsOf(bad).length, 4);
  });
});
