import {readFileSync} from 'node:fs';
import {ConfigError} from './config-error.js';
import {VARIABLE_NAMES} from './variables.js';
import type {Given, VariableName} from './variables.js';

const isVariable = (name: string): name is VariableName => (VARIABLE_NAMES as readonly string[]).includes(name);

/** In a file, a number may be a number, and a list a list; from here on all is text, as in the environment. */
const asText = (value: unknown): string => {
  if (typeof value === 'string') return value;
  const isPlainList = Array.isArray(value) && value.every((item) => typeof item === 'string');
  return isPlainList ? value.join(',') : JSON.stringify(value);
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is wrong with JSON is told without quoting it: it may be a secret. */
const parse = (file: string, content: string): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(content);
    if (isObject(value)) return value;
  } catch {
    // Told below.
  }
  throw new ConfigError([`The configuration file ${file} is no JSON object: write {"PORT": 8000, …}, and check commas and quotes.`]);
};

const readText = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const {code} = cause as NodeJS.ErrnoException;
    throw new ConfigError([`The configuration file ${file} cannot be read (${code}): check its path and who may read it.`], {cause});
  }
};

const readFile = (file: string): {given: Given; faults: string[]} => {
  const entries = Object.entries(parse(file, readText(file))).filter(([, value]) => value !== null);
  const known = entries.filter(([name]) => isVariable(name)).map(([name, value]) => [name, asText(value)] as const);
  return {
    given: Object.fromEntries(known.filter(([, text]) => text)),
    faults: entries
      .filter(([name]) => !isVariable(name))
      .map(([name]) => `${name} in ${file} is no setting of this server: correct its name, or remove it.`),
  };
};

/** What was given by the environment, and where that says nothing, by the file. What is empty says nothing. */
export const readGiven = (env: NodeJS.ProcessEnv, file?: string): {given: Given; faults: readonly string[]} => {
  const {given, faults} = file === undefined ? {given: {}, faults: []} : readFile(file);
  const fromEnv = VARIABLE_NAMES.filter((name) => env[name]).map((name) => [name, env[name]]);
  return {given: {...given, ...Object.fromEntries(fromEnv)}, faults};
};
