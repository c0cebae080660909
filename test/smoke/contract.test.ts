import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';

interface Named {
  readonly name: string;
}

interface Declaration {
  readonly tagName?: string;
  readonly attributes?: readonly Named[];
  readonly cssParts?: readonly Named[];
  readonly slots?: readonly Named[];
  readonly events?: readonly Named[];
}

interface Manifest {
  readonly modules: readonly {readonly declarations?: readonly Declaration[]}[];
}

const words = (text: string): string[] => text.split(' ').filter(Boolean);

// `lang` is every element's.
const CONFIGURATION = words(
  'user-id user-name user-avatar status connector connectors server token-url ice-servers ice-url ip-privacy ' +
    'ring-timeout ringtone window-mode call-page state',
);

/** What pages, addons and acceptance checks rely on. It may grow; nothing here may go. */
const CONTRACT: Readonly<Record<string, {attributes: string[]; parts?: string[]; slots?: string[]}>> = {
  'call-config': {attributes: CONFIGURATION},
  'call-provider': {attributes: CONFIGURATION, slots: ['']},
  'call-button': {
    attributes: words('callee callee-name callee-avatar media connector variant disabled state presence'),
    parts: words('button icon label badge menu-button menu menu-item'),
    slots: ['', 'icon'],
  },
  'incoming-call': {
    attributes: words('position ringtone state'),
    parts: words('popup avatar message answer answer-audio decline close'),
    slots: ['avatar'],
  },
  'call-window': {
    attributes: words('mode state mic camera screen end-reason'),
    parts: words(
      'window remote-video local-video avatar name status timer message controls mic camera screen settings hangup close',
    ),
    slots: ['controls', 'avatar'],
  },
  'call-toggle': {attributes: words('kind state'), parts: words('button icon label'), slots: ['']},
};

const manifest = JSON.parse(readFileSync(new URL('../../custom-elements.json', import.meta.url), 'utf8')) as Manifest;
const declarations = manifest.modules.flatMap((module) => module.declarations ?? []);

const missing = (wanted: readonly string[] = [], there: readonly Named[] = []): string[] => {
  const names = new Set(there.map(({name}) => name));
  return wanted.filter((name) => !names.has(name));
};

describe('custom-elements.json has what the contract names', () => {
  for (const [tag, {attributes, parts, slots}] of Object.entries(CONTRACT)) {
    it(`of <${tag}>`, () => {
      const element = declarations.find(({tagName}) => tagName === tag);
      assert.ok(element, `<${tag}> is not described`);
      assert.deepEqual(missing(attributes, element.attributes), [], 'attributes');
      assert.deepEqual(missing(parts, element.cssParts), [], 'parts');
      assert.deepEqual(missing(slots, element.slots), [], 'slots');
    });
  }
});
