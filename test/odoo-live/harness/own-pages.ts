import {readFileSync} from 'node:fs';
import type {Person} from '../../e2e/harness/person.js';
import type {Backend, BackendArrival} from './backend.js';
import type {Guest, Member, World} from './world.js';

const DOCUMENT = new URL('../../../docs/odoo.md', import.meta.url);

/** The first example of that language in the documentation that has these words in it. */
const example = (language: string, words: string): string => {
  const blocks = readFileSync(DOCUMENT, 'utf8').matchAll(/```(\w+)\n([^]*?)\n```/g);
  const found = [...blocks].find(([, name, text = '']) => name === language && text.includes(words));
  if (!found?.[2]) throw new Error(`docs/odoo.md has no example in ${language} with ${words}`);
  return found[2];
};

/** Who is called, is said in the page's address. */
const callsAnybody = (text: string): string => text.replace(/callee="[^"]*"/, 't-att-callee="request.params[\'callee\']"');

/**
 * Puts the documentation's examples into Odoo's own pages outside the web client, word for word but for who is called: the
 * template for whoever is signed in, the other one for guests. Pages that name no callee stay as they are. Returns how to undo it.
 */
export const putIntoPages = async ({admin}: World): Promise<() => Promise<void>> => {
  const [, inherited = '', xpath = ''] = /<template [^>]*inherit_id="([^"]+)"[^>]*>([^]*)<\/template>/.exec(example('xml', '<call-config')) ?? [];
  const [, opening = '', signedIn = '', closing = ''] = /(<xpath [^>]*>)([^]*)(<\/xpath>)/.exec(callsAnybody(xpath)) ?? [];
  const guests = `<t t-if="request.env.user._is_public()">${callsAnybody(example('html', '<call-config'))}</t>`;
  const arch = `<data>${opening}<t t-if="request.params.get('callee')">${signedIn}${guests}</t>${closing}</data>`;
  const [module, name] = inherited.split('.');
  const where = [['module', '=', module], ['name', '=', name]];
  const [parent] = (await admin.call('ir.model.data', 'search_read', [where, ['res_id']])) as [{res_id: number}];
  const view = {name: 'calls on pages of tests', type: 'qweb', mode: 'extension', inherit_id: parent.res_id, arch};
  const ids = await admin.call('ir.ui.view', 'create', [[view]]);
  return async () => void (await admin.call('ir.ui.view', 'unlink', [ids]));
};

/** A portal user opens a page of the portal, with a button for somebody. */
export const opensPortal = (backend: Backend, member: Member, callee: string, options: BackendArrival = {}): Promise<Person> =>
  backend.opens(member, {...options, path: '/my', query: {callee}});

/** A guest opens a page that everybody may see. */
export const opensPublic = (backend: Backend, guest: Guest, callee: string, options: BackendArrival = {}): Promise<Person> =>
  backend.opens(guest, {...options, path: '/web/login', query: {callee}});
