import {html} from 'lit';
import {expect} from '@open-wc/testing';
import {registerConnector} from '../../src/connectors/connector-registry.js';
import {refusal, standInServer} from '../helpers/stand-in-server.js';
import {openForm} from './admin-setup.js';
import type {Server} from './admin-setup.js';

const PATH = 'im-accounts/alice';
const element = html`<call-im-accounts></call-im-accounts>`;

const digitsOnly = (id: string): string | undefined => (/^\d+$/.test(id) ? undefined : 'Digits only.');

describe('<call-im-accounts>', () => {
  let server: Server;

  before(() => {
    registerConnector('phone', async () => ({url: 'tel:{account}'}), {title: 'Phone', account: {title: 'Desk phone', check: digitsOnly}});
    registerConnector('meet', async () => ({url: 'https://meet.example.org/{account}'}), {account: {title: 'Meet', placeholder: 'room'}});
  });
  beforeEach(() => {
    server = standInServer();
  });
  afterEach(() => server.restore());

  it('adds, checks, saves and removes accounts, several of a type', async () => {
    const form = await openForm(server, element);
    await form.isAccessible();
    for (const [index, id] of ['12', '12', 'x'].entries()) {
      await form.press('[part=add]');
      expect(form.root.activeElement?.getAttribute('part')).to.equal('type');
      await form.type('[part=id]', id, index);
    }
    expect([...form.one<HTMLSelectElement>('[part=type]').options].map(({text}) => text)).to.include.members(['Desk phone', 'Meet']);
    await form.press('[part=save]');
    await form.shows(/in the list already/, '.fault');
    await form.shows(/Digits only\./, '.fault');
    await form.isAccessible();
    expect(server.puts).to.deep.equal([]);
    await form.type('[part=id]', '13', 1);
    await form.press('[part=remove]', 2);
    await form.press('[part=save]');
    await form.shows(/Saved\./);
    expect(server.valueOf(PATH)).to.deep.equal([{type: 'phone', id: '12'}, {type: 'phone', id: '13'}]);
  });

  it('keeps what was typed when saving fails, and shows both where two have changed it', async () => {
    const form = await openForm(server, element);
    await form.press('[part=add]');
    await form.type('[part=id]', '12');
    server.replies.set(`PUT ${PATH}`, refusal(503));
    await form.press('[part=save]');
    await form.shows(/database does not answer/);
    expect(form.one<HTMLInputElement>('[part=id]').value).to.equal('12');
    server.replies.clear();
    server.saves(PATH, [{type: 'meet', id: 'theirs'}]);
    await form.press('[part=save]');
    await form.shows(/Desk phone: 12.*Meet: theirs/, '.conflict');
    await form.isAccessible();
    await form.press('.conflict .plain', 1);
    expect(form.one<HTMLInputElement>('[part=id]').value).to.equal('theirs');
  });

  it('keeps what was typed through a move, and shows nothing of it to whoever signs in next', async () => {
    const form = await openForm(server, html`<call-im-accounts user-id="alice"></call-im-accounts>`);
    await form.press('[part=add]');
    await form.type('[part=id]', 'half a number');
    form.parent.append(form.element);
    await form.element.updateComplete;
    await form.has('[part=row]');
    expect(form.one<HTMLInputElement>('[part=id]').value).to.equal('half a number');
    form.controller.configure({...server.configuration, userId: 'mallory'});
    form.controller.set({userId: 'mallory'});
    await form.has('[part=row]', 0);
    expect(form.root.textContent).not.to.contain('half a number');
  });

  it('is somebody else’s where it says so; who may not see them is told', async () => {
    server.replies.set('GET im-accounts/bob', refusal(403));
    const form = await openForm(server, html`<call-im-accounts user-id="bob"></call-im-accounts>`, '.notice.wrong');
    await form.shows(/Only administrators/);
    server.replies.clear();
    server.saves('im-accounts/bob', [{type: 'unheard-of', id: 'bob'}]);
    await form.press('.notice.wrong button');
    await form.has('[part=row]');
    expect(form.one<HTMLSelectElement>('[part=type]').value).to.equal('unheard-of');
  });
});
