// Old minifiers, such as rjsmin in Odoo's bundles, know no template within a template and no regular expression after an arrow:
// they take white space out of what is text. A page that puts our script into such a bundle shall find nothing to break.
const SPACES = {' ': '\\x20', '\n': '\\n', '\t': '\\t', "'": '\\x27'};
/** After these rjsmin knows that a slash begins a regular expression. */
const BEFORE_REGEXP = /(?:[([{},;:=!&|?+*-]|\breturn)$/;

const isNode = (value) => typeof value?.type === 'string';

/** Visits each node with the number of templates around it. */
const walk = (node, depth, visit) => {
  visit(node, depth);
  const inner = node.type === 'TemplateLiteral' ? depth + 1 : depth;
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) value.filter(isNode).forEach((child) => walk(child, inner, visit));
    else if (isNode(value)) walk(value, inner, visit);
  }
};

/** The same text with nothing in it that a minifier of code would take away, or take for a comment or another text. */
const textOf = (raw, before) =>
  raw
    .replace(/\\[^]|[ \n\t']/g, (found) => SPACES[found] ?? found)
    .replace(/\/(?=[/*])/g, '\\x2f')
    .replace(/^\//, before.endsWith('/') ? '\\x2f' : '/');

/** What to write instead of which part of a chunk, from its syntax tree. */
export const plainEdits = (code, tree) => {
  const edits = [];
  walk(tree, 0, (node, depth) => {
    const {start, end} = node;
    const source = code.slice(start, end);
    // A backtick ends what the minifier takes for a text, so the second template, and the fourth, are code to it.
    if (node.type === 'TemplateElement' && depth % 2 === 0) edits.push({start, end, text: textOf(source, code.slice(0, start))});
    const isBare = node.type === 'Literal' && node.regex && !BEFORE_REGEXP.test(code.slice(Math.max(0, start - 6), start).replace(/=>$/, ''));
    if (isBare) edits.push({start, end, text: `(${source})`});
  });
  return edits.sort((a, b) => b.start - a.start);
};

/** A rollup plugin, to come after the minifier. */
export const plainCode = () => ({
  name: 'plain-code',
  renderChunk(code) {
    const edits = plainEdits(code, this.parse(code));
    const plain = edits.reduce((text, {start, end, text: instead}) => text.slice(0, start) + instead + text.slice(end), code);
    return {code: plain, map: null};
  },
});
