// The custom properties that pages may set: said here once, and found in the styles of each element.
import {existsSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {ROOT} from './run-command.mjs';

/** By name: the default, and what it is. */
const PROPERTIES = {
  accent: ['light-dark(#0b7a3e, #35c977)', 'Colour of what calls, answers, saves and is on.'],
  'on-accent': ['light-dark(#fff, #06210f)', 'Colour of what is written on it.'],
  danger: ['light-dark(#c9252d, #ff6b6b)', 'Colour of what ends a call, removes, or is wrong.'],
  'on-danger': ['light-dark(#fff, #2b0506)', 'Colour of what is written on it.'],
  surface: ['light-dark(#fff, #1d2023)', 'Colour of popups, window, menus and forms.'],
  'on-surface': ['light-dark(#16191d, #f1f3f5)', 'Colour of what is written on it.'],
  muted: ['light-dark(#596069, #a9b1ba)', 'Colour of what matters less.'],
  control: ['light-dark(#eceef1, #33383e)', 'Colour of switches and of quiet buttons.'],
  'on-control': ['light-dark(#16191d, #f1f3f5)', 'Colour of what is drawn on it.'],
  border: ['light-dark(#dfe2e6, #3a4047)', 'Colour of edges.'],
  focus: ['light-dark(#0a5ccc, #8ab8ff)', 'Colour of the line around what has the focus.'],
  stage: ['light-dark(#f3f4f6, #121416)', 'Colour behind the pictures.'],
  font: ['inherit', 'Font, as the CSS shorthand; that of popups, window and log is `1rem/1.4 system-ui, sans-serif` by default.'],
  radius: ['1rem', 'Roundness of popups, window, menus and forms.'],
  'button-radius': ['99rem', 'Roundness of buttons.'],
  shadow: ['', 'Shadow of popups, window and menus.'],
  'window-width': ['26rem', 'Width of the floating window.'],
  'window-height': ['27rem', 'Height of the floating window.'],
};

const THEME = 'src/elements/theme.styles.ts';
const sources = new Map();
const found = (text, pattern) => [...text.matchAll(pattern)].map(([, one]) => one);

/** A file without its comments. */
const read = (path) => {
  if (!sources.has(path)) sources.set(path, readFileSync(join(ROOT, path), 'utf8').replace(/^\s*\/?\*.*$/gm, ''));
  return sources.get(path);
};

/** A file of the elements and all that it imports, now or later. */
const closure = (path, into = new Set()) => {
  if (into.has(path) || !path.startsWith('src/elements/') || !existsSync(join(ROOT, path))) return into;
  into.add(path);
  for (const name of found(read(path), /(?:from |import\(|import )'(\.[^']+)\.js'/g)) closure(`${join(dirname(path), name)}.ts`, into);
  return into;
};

/** What the styles of an element read, by the names themselves and by the theme's private aliases. */
const namesReadBy = (path) => {
  const aliases = new Map([...read(THEME).matchAll(/(--_[\w-]+): var\(\s*--call-([\w-]+)/g)].map(([, alias, name]) => [alias, name]));
  const texts = [...closure(path)].filter((file) => file !== THEME).map(read);
  const own = new Set(texts.flatMap((text) => found(text, /(--_[\w-]+):/g)));
  const ofTheme = [...texts, ':focus-visible { color: var(--_focus) }']
    .flatMap((text) => found(text, /var\(\s*(--_[\w-]+)/g))
    .flatMap((alias) => (own.has(alias) ? [] : (aliases.get(alias) ?? [])));
  return new Set([...texts.flatMap((text) => found(text, /var\(\s*--call-([\w-]+)/g)), ...ofTheme]);
};

/** Adds to each element of a manifest the custom properties that it reads. Throws where the table above is not what the styles say. */
export const addCssProperties = (manifest) => {
  const everywhere = new Set();
  for (const {path, declarations = []} of manifest.modules) {
    for (const element of declarations.filter(({tagName}) => tagName)) {
      const source = path.replace(/^dist\//, 'src/').replace(/\.js$/, '.ts');
      if (!closure(source).has(THEME)) continue;
      const names = namesReadBy(source);
      for (const name of names) {
        if (!PROPERTIES[name]) throw new Error(`${element.tagName} reads --call-${name}, which scripts/css-properties.mjs does not describe.`);
        everywhere.add(name);
      }
      element.cssProperties = Object.entries(PROPERTIES).flatMap(([name, [initial, description]]) =>
        names.has(name) ? [{name: `--call-${name}`, description, ...(initial && {default: initial})}] : [],
      );
    }
  }
  const styles = [...sources.values()].join('\n');
  for (const [name, [initial]] of Object.entries(PROPERTIES)) {
    if (!everywhere.has(name)) throw new Error(`No element reads --call-${name}.`);
    if (!styles.includes(`--call-${name}, ${initial}`) && initial) throw new Error(`The default of --call-${name} is not ${initial}.`);
  }
};
