import {expect, waitUntil} from '@open-wc/testing';
import {refusal, standInServer} from '../helpers/stand-in-server.js';
import {openForm} from './admin-setup.js';
import type {Server} from './admin-setup.js';

const GOOD = {urls: 'turn:turn.example.org:3478', username: 'u', credential: 'c', enabled: true};
const ICE = 'settings/ice-servers';
const SAVE = '.servers [part=save]';

describe('<call-admin>', () => {
  let server: Server;

  beforeEach(() => {
    server = standInServer();
  });
  afterEach(() => server.restore());

  it('is accessible: empty, filled, open, asking, faulty, with results', async () => {
    server.saves('settings/connectors', [{name: 'jitsi', title: 'Jitsi', active: false, order: 0, settings: {url: 'https://meet.example.org/{id}'}}]);
    server.saves(ICE, [GOOD]);
    const form = await openForm(server);
    await form.isAccessible();
    await form.press('[part=settings]');
    await form.press('#add-connector');
    await form.press('#add-server');
    await form.press('[part=remove]');
    await form.press(SAVE);
    await form.press('.servers [part=remove]');
    await form.shows(/Enter an address/);
    await form.press('details summary');
    await form.isAccessible();
  });

  it('says so when the page names no server', async () => {
    server.configuration.server = '';
    const form = await openForm(server, undefined, '.notice');
    await form.shows(/names no call server/);
    await form.isAccessible();
  });

  for (const [status, words] of [
    [401, /You are signed out/],
    [403, /Only administrators/],
    [500, /The server failed/],
    [503, /database does not answer/],
  ] as const) {
    it(`says what ${status} means, and tries again when asked to`, async () => {
      server.replies.set(`GET ${ICE}`, refusal(status, {reference: 'ab12'}));
      const form = await openForm(server, undefined, '.notice.wrong');
      await form.shows(words);
      await form.isAccessible();
      server.replies.clear();
      await form.press('.notice.wrong button');
      await form.shows(/No servers in this list/);
    });
  }

  it('says that the server cannot be reached, and tries again when asked to', async () => {
    for (const path of ['connectors', 'ice-servers', 'policy', 'twilio']) server.replies.set(`settings/${path}`, new TypeError('Failed to fetch'));
    const form = await openForm(server, undefined, '.notice.wrong');
    await form.shows(/cannot be reached/);
    server.replies.clear();
    await form.press('.notice.wrong button');
    await form.shows(/No servers in this list/);
  });

  describe('ICE servers', () => {
    it('are added, ordered, switched off and saved', async () => {
      const form = await openForm(server);
      await form.press('#add-server');
      expect(form.root.activeElement?.getAttribute('part')).to.equal('url');
      await form.type('[part=url]', 'stun:stun.example.org');
      await form.press('#add-server');
      await form.type('[part=url]', 'turn:turn.example.org:3478 turns:turn.example.org:443?transport=tcp', 1);
      await form.type('[part=username]', 'u', 1);
      await form.type('[part=credential]', 'c', 1);
      await form.press('[id^="move-1"]', 1);
      expect(form.root.activeElement?.id, 'the button that was pressed keeps the focus').to.match(/^move-1/);
      await form.press('[part=server-row] input[type=checkbox]', 1);
      await form.press(SAVE);
      await form.shows(/Saved\./, '.servers');
      expect(server.valueOf(ICE)).to.deep.equal([
        {urls: ['turn:turn.example.org:3478', 'turns:turn.example.org:443?transport=tcp'], username: 'u', credential: 'c', enabled: true},
        {urls: 'stun:stun.example.org', enabled: false},
      ]);
    });

    it('are removed after a question, to the last: an empty list is a legal list', async () => {
      server.saves(ICE, [GOOD]);
      const form = await openForm(server);
      await form.press('.servers [part=remove]');
      expect(form.all('[part=server-row]')).to.have.length(1);
      await form.press('.question .plain');
      await form.press('.servers [part=remove]');
      await form.press('.question .danger');
      expect(form.all('[part=server-row]')).to.have.length(0);
      await form.press(SAVE);
      await form.shows(/Saved\./, '.servers');
      expect(server.valueOf(ICE)).to.deep.equal([]);
    });

    for (const [url, words] of [
      ['', /Enter an address/],
      ['http://turn.example.org', /begins with stun:/],
      ['turn:user@turn.example.org', /do not belong/],
      ['turn:turn example', /written like|begins with/],
      ['stun:stun.example.org?transport=udp', /know a transport/],
      ['turn:turn.example.org', /needs a user name/],
      ['stun:stun.example.org:99999', /written like/],
    ] as const) {
      it(`are not saved with ${url || 'no address'}, and the field has the focus`, async () => {
        const form = await openForm(server);
        await form.press('#add-server');
        await form.type('[part=url]', url);
        await form.press(SAVE);
        await form.shows(words, '.fault');
        await form.shows(/Not saved: see what is marked/);
        expect((form.root.activeElement as HTMLInputElement).getAttribute('aria-invalid')).to.equal('true');
        expect(server.puts).to.deep.equal([]);
      });
    }

    it('keep what was typed when saving fails, and are saved when the server is back', async () => {
      const form = await openForm(server);
      await form.press('#add-server');
      await form.type('[part=url]', 'stun:stun.example.org');
      for (const reply of [refusal(500), new TypeError('Failed to fetch'), refusal(403), refusal(401)]) {
        server.replies.set(`PUT ${ICE}`, reply);
        await form.press(SAVE);
        await form.has('.servers .notice.wrong');
        expect(form.one<HTMLInputElement>('[part=url]').value).to.equal('stun:stun.example.org');
      }
      server.replies.clear();
      await form.press('.servers .notice.wrong button');
      await form.shows(/Saved\./, '.servers');
      expect(server.valueOf(ICE)).to.deep.equal([{urls: 'stun:stun.example.org', enabled: true}]);
    });

    it('show beside the field what the server does not take', async () => {
      const form = await openForm(server);
      await form.press('#add-server');
      await form.type('[part=url]', 'stun:stun.example.org');
      server.replies.set(`PUT ${ICE}`, refusal(400, {code: 'value-invalid', problems: [{path: '0.urls', message: 'Not this one.'}]}));
      await form.press(SAVE);
      await form.shows(/Not this one\./, '.fault');
    });

    it('that two people change at once are lost by neither: both are shown, and one decides', async () => {
      for (const [button, urls] of [['.conflict .plain', 'turn:mine.example.org'], ['.conflict .plain:last-child', 'turn:theirs.example.org']] as const) {
        server.saves(ICE, [GOOD]);
        const form = await openForm(server);
        await form.has('[part=server-row]');
        await form.type('[part=url]', 'turn:mine.example.org');
        server.saves(ICE, [{...GOOD, urls: 'turn:theirs.example.org'}]);
        await form.press(SAVE);
        await form.has('.conflict');
        await form.shows(/turn:mine\.example\.org.*turn:theirs\.example\.org/, '.conflict');
        await form.isAccessible();
        expect(server.valueOf(ICE)).to.deep.equal([{...GOOD, urls: 'turn:theirs.example.org'}]);
        await form.press(button);
        expect(form.one<HTMLInputElement>('[part=url]').value).to.equal(urls);
        await form.press(SAVE);
        await waitUntil(() => JSON.stringify(server.valueOf(ICE)).includes(urls), 'saved');
        form.element.remove();
      }
    });

    it('warn of what may go wrong', async () => {
      const form = await openForm(server);
      await form.shows(/No TURN server/, '.warning');
      for (let index = 0; index < 5; index += 1) {
        await form.press('#add-server');
        await form.type('[part=url]', index ? `turn:turn${index}.example.org` : 'stun:stun.l.google.com:19302', index);
      }
      await form.shows(/plain turn.*public STUN.*More than four/, '.warning');
    });

    it('are read anew when somebody else saves, and what is being typed stays', async () => {
      const form = await openForm(server);
      server.saves(ICE, [GOOD]);
      server.tells('ice-servers');
      await form.has('[part=server-row]');
      await form.type('[part=url]', 'turn:mine.example.org');
      server.saves('settings/policy', {...(server.valueOf('settings/policy') as object), ringTimeout: 33});
      window.dispatchEvent(new Event('focus'));
      await waitUntil(() => form.one<HTMLInputElement>('#policy-ringTimeout').value === '33');
      expect(form.one<HTMLInputElement>('[part=url]').value).to.equal('turn:mine.example.org');
      form.parent.append(form.element);
      form.controller.set({line: 'offline'});
      await form.element.updateComplete;
      expect(form.one<HTMLInputElement>('[part=url]').value, 'moved').to.equal('turn:mine.example.org');
      await form.press('.servers [part=cancel]');
      expect(form.one<HTMLInputElement>('[part=url]').value).to.equal(GOOD.urls);
    });
  });

  describe('connectors', () => {
    const PATH = 'settings/connectors';
    const JITSI = {name: 'jitsi', title: 'Jitsi', active: true, order: 1, settings: {url: 'https://meet.example.org/{id}'}};
    const active = '[data-name=jitsi] [part=active]';

    it('are switched at once, and the switch shows what the server has answered', async () => {
      server.saves(PATH, [JITSI]);
      const form = await openForm(server);
      let answer = (): void => undefined;
      const waiting = new Promise<void>((resolve) => (answer = resolve));
      server.replies.set(`PUT ${PATH}`, async (url, init) => {
        await waiting;
        server.replies.clear();
        return fetch(url, init);
      });
      form.one(active).focus();
      await form.press(active);
      expect(form.one(active).getAttribute('aria-checked'), 'nothing has been said yet').to.equal('true');
      expect(form.one(active).getAttribute('aria-busy')).to.equal('true');
      answer();
      await form.has(`${active}[aria-checked=false]`);
      expect(server.valueOf(PATH)).to.deep.include({...JITSI, active: false, order: 0});
      expect(form.root.activeElement, 'the switch keeps the focus').to.equal(form.one(active));
    });

    it('whose switch fails stay as they are, and say why', async () => {
      server.saves(PATH, [JITSI]);
      server.replies.set(`PUT ${PATH}`, refusal(403));
      const form = await openForm(server);
      await form.press(active);
      await form.shows(/Only administrators/);
      expect(form.one(active).getAttribute('aria-checked')).to.equal('true');
    });

    it('are switched although somebody else has just saved, and theirs is kept', async () => {
      server.saves(PATH, [JITSI]);
      const form = await openForm(server);
      server.saves(PATH, [{...JITSI, title: 'Meetings'}]);
      await form.press(active);
      await form.shows(/Meetings/);
      expect(server.valueOf(PATH)).to.deep.include({...JITSI, title: 'Meetings', active: false, order: 0});
    });

    it('are added, named, addressed and moved; what cannot be is said', async () => {
      const form = await openForm(server);
      await form.press('#add-connector');
      await form.type('[id^=connector-name]', 'Big Blue');
      await form.press('.connectors [part=save]');
      await form.shows(/small letters, digits and hyphens, and/, '.fault');
      await form.type('[id^=connector-name]', 'bbb');
      await form.type('[id^=connector-url]', 'javascript:alert(1)');
      await form.press('.connectors [part=save]');
      await form.shows(/begins with https/, '.fault');
      await form.type('[id^=connector-url]', 'https://bbb.example.org/{id}');
      await form.press('[id^="connector-move-1"]');
      await form.press('.connectors [part=save]');
      await form.shows(/Saved\./, '.connectors');
      const [first] = server.valueOf(PATH) as {name: string}[];
      expect(first).to.deep.equal({name: 'bbb', title: '', active: true, order: 0, settings: {url: 'https://bbb.example.org/{id}'}});
    });
  });

  describe('Twilio', () => {
    it('is tested before it is saved; its token is written, and never read', async () => {
      const form = await openForm(server);
      await form.press('#twilio-enabled');
      await form.type('#twilio-sid', `AC${'0'.repeat(32)}`);
      await form.type('#twilio-token', 'a secret');
      await form.press('#twilio-test');
      await form.shows(/Twilio answers, after 12 ms/);
      expect(server.posts).to.deep.equal([{accountSid: `AC${'0'.repeat(32)}`, authToken: 'a secret'}]);
      await form.press('.twilio [part=save]');
      await form.shows(/Saved\./, '.twilio');
      expect(form.one<HTMLInputElement>('#twilio-token').value).to.equal('');
      await form.shows(/Leave this empty to keep it/);
      await form.press('#twilio-enabled');
      await form.press('.twilio [part=save]');
      await waitUntil(() => server.puts.length === 2);
      await form.shows(/Saved\./, '.twilio');
      expect(server.puts[1]?.body.value, 'a token that nobody typed is not sent').to.deep.equal({accountSid: `AC${'0'.repeat(32)}`, enabled: false});
      await form.press('.twilio [aria-pressed]');
      await form.press('.twilio [part=save]');
      await waitUntil(() => server.puts.length === 3);
      expect(server.puts[2]?.body.value).to.include({authToken: ''});
    });

    it('says what it has against an account', async () => {
      server.replies.set('POST settings/twilio/test', Response.json({ok: false, code: 'twilio-refused', message: 'No.'}));
      const form = await openForm(server);
      await form.press('#twilio-test');
      await form.shows(/Twilio refused these/);
      await form.type('#twilio-sid', 'AC12');
      await form.press('.twilio [part=save]');
      await form.shows(/AC and 32 digits/, '.fault');
    });

    it('is shown as the source that is in use, and why another is not', async () => {
      Object.assign(server.status, {source: 'coturn', sources: [{source: 'twilio', state: 'paused', code: 'timeout'}, {source: 'coturn', state: 'ready'}]});
      const form = await openForm(server);
      await form.shows(/In use now: the TURN server of the server’s configuration/);
      await form.shows(/Twilio: left alone for a while, after failures\. ?Twilio did not answer in time/);
    });
  });

  describe('the policy', () => {
    it('is saved within its bounds', async () => {
      const form = await openForm(server);
      await form.type('#policy-ringTimeout', '4');
      await form.press('.policy [part=save]');
      await form.shows(/from 5 to 600/, '.fault');
      expect(server.puts).to.deep.equal([]);
      await form.type('#policy-ringTimeout', '60');
      form.one<HTMLSelectElement>('#policy-mayCall').value = 'nobody';
      form.one('#policy-mayCall').dispatchEvent(new Event('change'));
      await form.press('.policy [part=save]');
      await form.shows(/Saved\./, '.policy');
      expect(server.valueOf('settings/policy')).to.include({mayCall: 'nobody', ringTimeout: 60});
    });

    it('of two administrators who change different things has both', async () => {
      const form = await openForm(server);
      await form.type('#policy-ringTimeout', '60');
      server.saves('settings/policy', {...(server.valueOf('settings/policy') as object), callLogDays: 7});
      await form.press('.policy [part=save]');
      await form.shows(/Saved\./, '.policy');
      expect(server.valueOf('settings/policy')).to.include({ringTimeout: 60, callLogDays: 7});
    });

    it('of two who change the same is decided part by part', async () => {
      const form = await openForm(server);
      await form.type('#policy-ringTimeout', '60');
      await form.type('#policy-callLogDays', '30');
      server.saves('settings/policy', {...(server.valueOf('settings/policy') as object), ringTimeout: 20, callLogDays: 7});
      await form.press('.policy [part=save]');
      await form.has('.conflict fieldset', 2);
      await form.isAccessible();
      await form.press('.conflict [name=conflict-callLogDays]', 1);
      await form.press('.conflict .main');
      await form.press('.policy [part=save]');
      await form.shows(/Saved\./, '.policy');
      expect(server.valueOf('settings/policy')).to.include({ringTimeout: 60, callLogDays: 7});
    });
  });
});
