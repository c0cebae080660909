// What terser cannot see: TypeScript's decorator helper, once in each module, and the white space inside Lit's templates.
const HELPER = '\0decorate';
const EACH = /var __decorate = [\s\S]*?\n};\n/;
const LITERAL = /\b(css|html|svg) `((?:[^`\\]|\\.)*)`/g;

/** A rollup plugin: one helper for all modules, and single spaces in templates. */
export const lessCode = () => {
  let helper = '';
  return {
    name: 'less-code',
    resolveId: (source) => (source === HELPER ? HELPER : undefined),
    load: (id) => (id === HELPER ? `${helper.replace('this && this.__decorate', 'false')}\nexport {__decorate};` : undefined),
    transform(code, id) {
      if (id.includes('node_modules')) return undefined;
      let shorter = code.replace(LITERAL, (_, tag, text) => `${tag} \`${text.replace(/\s*\n\s*/g, ' ').trim()}\``);
      const [own] = EACH.exec(shorter) ?? [];
      if (own && id !== HELPER) {
        helper = own;
        shorter = `import {__decorate} from '${HELPER}';\n${shorter.replace(EACH, '')}`;
      }
      return shorter === code ? undefined : {code: shorter, map: null};
    },
  };
};
