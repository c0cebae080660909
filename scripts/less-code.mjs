// What terser cannot see: TypeScript's decorator helper, once in each module, and the white space inside Lit's templates.
const HELPER = '\0decorate';
const EACH = /var __decorate = [\s\S]*?\n};\n/;
const LITERAL = /\b(css|html|svg) `((?:[^`\\]|\\.)*)`/g;

/** All that TypeScript's helper does for a single decorator of a property, and we have no others. */
const DECORATE = 'export const __decorate = ([decorate], prototype, name) => decorate(prototype, name);';

const markup = (text) => text.replace(/\s*\n\s*/g, ' ');
/** In style sheets white space counts only between words, and so does the last semicolon of a block. */
const style = (text) => markup(text).replace(/\s*([{};,])\s*/g, '$1').replace(/([\w-]): /g, '$1:').replace(/;}/g, '}');
const SHORTER = {html: markup, svg: markup, css: style};

/** A rollup plugin: one helper for all modules, and single spaces in templates. */
export const lessCode = () => ({
  name: 'less-code',
  resolveId: (source) => (source === HELPER ? HELPER : undefined),
  load: (id) => (id === HELPER ? DECORATE : undefined),
  transform(code, id) {
    if (id.includes('node_modules') || id === HELPER) return undefined;
    const shorter = code.replace(LITERAL, (_, tag, text) => `${tag} \`${SHORTER[tag](text).trim()}\``);
    if (!EACH.test(shorter)) return {code: shorter, map: null};
    return {code: `import {__decorate} from '${HELPER}';\n${shorter.replace(EACH, '')}`, map: null};
  },
});
