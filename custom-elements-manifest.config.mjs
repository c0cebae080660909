// How `cem analyze` reads src: our elements register themselves through define(), from define.ts, not in their own modules.
const DEFINED_IN = 'dist/define.js';

const published = (path) => path.replace(/^src\//, 'dist/').replace(/\.ts$/, '.js');

const isPublic = (member) => member.privacy === undefined || member.privacy === 'public';

/** Lit's and the platform's own callbacks are nobody's to call. */
const LIFECYCLE = new Set([
  'render', 'update', 'updated', 'willUpdate', 'firstUpdated', 'shouldUpdate', 'createRenderRoot', 'performUpdate',
  'scheduleUpdate', 'getUpdateComplete', 'connectedCallback', 'disconnectedCallback', 'adoptedCallback',
  'connectedMoveCallback', 'attributeChangedCallback', 'formDisabledCallback',
]);

const keepMember = (member) =>
  isPublic(member) && !member.static && !member.name.startsWith('#') && !member.name.startsWith('_') && !LIFECYCLE.has(member.name);

/** Drops what is not public, and turns paths of src into those of dist, wherever they stand. */
const publish = (value) => {
  if (Array.isArray(value)) return value.map(publish);
  if (value === null || typeof value !== 'object') return value;
  const result = {};
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'members') result.members = inner.filter(keepMember).map(publish);
    else if ((key === 'path' || key === 'module') && typeof inner === 'string') result[key] = published(inner.replace(/^\//, ''));
    else result[key] = publish(inner);
  }
  return result;
};

const definition = (module, {name, tagName}) => ({
  kind: 'custom-element-definition',
  name: tagName,
  declaration: {name, module: module.path},
});

const elementsOf = (module) => (module.declarations ?? []).filter(({tagName}) => tagName);

/** Elements, the classes that they extend, and events; whatever else is exported in src is for ourselves. */
const keepModules = (modules) => {
  const bases = new Set(modules.flatMap(elementsOf).map(({superclass}) => superclass?.module?.replace(/^\//, '')));
  const wanted = ({path}) => path.startsWith('src/events/') || bases.has(path.replace(/\.js$/, '.ts')) || bases.has(path);
  return modules.filter((module) => elementsOf(module).length > 0 || wanted(module)).map(onlyClasses);
};

const onlyClasses = (module) => {
  const declarations = module.declarations.filter(({kind}) => kind === 'class');
  const names = new Set(declarations.map(({name}) => name));
  // A definition by the analyzer's own guess would name the wrong module.
  const exports = module.exports.filter(({kind, name}) => kind === 'js' && names.has(name));
  return {...module, declarations, exports};
};

const byName = (a, b) => (a.name < b.name ? -1 : 1);

export default {
  globs: ['src/elements/**/*.ts', 'src/events/*.ts'],
  exclude: ['src/**/*.styles.ts'],
  litelement: true,
  packagejson: false,
  plugins: [
    {
      name: 'call-elements',
      packageLinkPhase({customElementsManifest: manifest}) {
        const modules = keepModules(manifest.modules).sort((a, b) => (a.path < b.path ? -1 : 1));
        const definitions = modules.flatMap((module) => elementsOf(module).map((element) => definition(module, element)));
        const exports = definitions.sort(byName);
        const defining = {kind: 'javascript-module', path: DEFINED_IN, declarations: [], exports};
        manifest.modules = [...publish(modules), publish(defining)];
      },
    },
  ],
};
