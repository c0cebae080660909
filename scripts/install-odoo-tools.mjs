// What the files of the Odoo addon are checked with: Odoo's own minifier for scripts, and pylint. By apt where this account may.
import {installPackages} from './install-packages.mjs';
import {runCommand} from './run-command.mjs';

// Debian's Python first: another one knows nothing of Debian's packages.
const PYTHONS = ['/usr/bin/python3', 'python3'];
const NEEDED = [
  {module: 'rjsmin', package: 'python3-rjsmin'},
  {module: 'pylint', package: 'pylint'},
];

const knows = async (python, modules) => {
  const {code} = await runCommand(python, ['-c', `import ${modules.join(', ')}`], {quiet: true});
  return code === 0;
};

/** The Python that knows the modules, or undefined. */
const pythonWith = async (...modules) => {
  for (const python of PYTHONS) if (await knows(python, modules)) return python;
  return undefined;
};

/**
 * Settles with the Python to use, with or without the minifier and pylint, and a sentence on what is to be installed by hand.
 * @returns {Promise<{python?: string, hasMinifier: boolean, hasPylint: boolean, sentence?: string}>}
 */
export const installOdooTools = async () => {
  const modules = NEEDED.map(({module}) => module);
  if (!(await pythonWith(...modules))) await installPackages(NEEDED.map((one) => one.package));
  const python = (await pythonWith(...modules)) ?? (await pythonWith('rjsmin')) ?? (await pythonWith('sys'));
  if (!python) return {hasMinifier: false, hasPylint: false, sentence: 'The files of the Odoo addon are checked with python3: install it.'};
  const has = await Promise.all(modules.map((module) => knows(python, [module])));
  const missing = NEEDED.filter((_, at) => !has[at]).map((one) => one.package);
  const sentence = missing.length ? `Some checks of the Odoo addon need ${missing.join(' and ')}: install them.` : undefined;
  return {python, hasMinifier: has[0], hasPylint: has[1], sentence};
};
