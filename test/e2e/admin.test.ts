import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe} from 'node:test';
import {turnCredentials} from '../../server/src/ice/coturn-source.js';
import {NO_COTURN, startCoturn} from '../../server/test/helpers/real-coturn.js';
import type {Person} from './harness/person.js';
import {createTheatre} from './harness/stage.js';
import type {Stage} from './harness/stage.js';
import {until} from './harness/until.js';

const SECRET = 'the-secret-of-a-test';
const SAMPLE = readFileSync(new URL('../../server/deploy/turnserver.conf', import.meta.url), 'utf8').replace('CHANGE-ME', SECRET);
/** Browser and relay of the test are on one machine. */
const LOOPBACK = ['allow-loopback-peers', 'allowed-peer-ip=127.0.0.1'];

interface Field {
  readonly selector: string;
  readonly text?: string;
}

/** Types into a field of the form, or presses a button. */
const use = (person: Person, {selector, text}: Field): Promise<void> =>
  person.page.evaluate(
    (where, what) => {
      const found = document.querySelector('call-admin, call-im-accounts')?.shadowRoot?.querySelector<HTMLInputElement>(where);
      if (!found) throw new Error(`There is no ${where}.`);
      if (what === undefined) return found.click();
      found.value = what;
      found.dispatchEvent(new Event('input', {bubbles: true}));
      found.dispatchEvent(new Event('change', {bubbles: true}));
    },
    selector,
    text,
  );

const says = (person: Person, words: RegExp, selector = '.view', ms?: number): Promise<void> =>
  until(
    `${person.user}: the form says ${words}`,
    async () => {
      const text = await person.page.evaluate(
        (where) => document.querySelector('call-admin, call-im-accounts')?.shadowRoot?.querySelector<HTMLElement>(where)?.innerText ?? '',
        selector,
      );
      return words.test(text.replace(/\s+/g, ' '));
    },
    ms,
  );

const administrator = async (stage: Stage): Promise<Person> => {
  const alice = await stage.person('alice', {path: '/admin'});
  await says(alice, /Connectors.*ICE servers.*Twilio.*Calls/);
  return alice;
};

const addServer = async (person: Person, {url, username, credential}: {url: string; username: string; credential: string}): Promise<string> => {
  await use(person, {selector: '#add-server'});
  const row = '[part=server-row]:last-child';
  await until('a row', () => person.sees('call-admin', 'url'));
  await use(person, {selector: `${row} [part=url]`, text: url});
  await use(person, {selector: `${row} [part=username]`, text: username});
  await use(person, {selector: `${row} [part=credential]`, text: credential});
  return row;
};

const scene = createTheatre();

describe('the administration, on a server as it is', () => {
  scene('two administrators at once: what one saves reaches the other, and neither loses anything', async (stage) => {
    stage.expected.push(/409/);
    const [one, other] = [await administrator(stage), await administrator(stage)];
    await use(one, {selector: '#policy-ringTimeout', text: '60'});
    await use(one, {selector: '.policy [part=save]'});
    await says(one, /Saved\./, '.policy');
    await until('the other sees it', () =>
      other.page.evaluate(() => document.querySelector('call-admin')?.shadowRoot?.querySelector<HTMLInputElement>('#policy-ringTimeout')?.value === '60'),
    );
    await use(other, {selector: '#policy-callLogDays', text: '30'});
    await use(one, {selector: '#policy-callLogDays', text: '7'});
    await use(one, {selector: '.policy [part=save]'});
    await says(one, /Saved\./, '.policy');
    await says(other, /Somebody else changed the same.*Yours 30 Theirs 7/, '.policy');
    await use(other, {selector: '.conflict .plain'});
    await use(other, {selector: '.policy [part=save]'});
    await says(other, /Saved\./, '.policy');
    await until('the one sees what the other decided', () =>
      one.page.evaluate(() => document.querySelector('call-admin')?.shadowRoot?.querySelector<HTMLInputElement>('#policy-callLogDays')?.value === '30'),
    );
  });

  scene('ICE servers are saved in their order, and after a reload they are there; the list is what is in use', async (stage) => {
    const alice = await administrator(stage);
    await addServer(alice, {url: 'turn:turn.example.org', username: 'u', credential: 'c'});
    await use(alice, {selector: '.servers [part=save]'});
    await says(alice, /Saved\./, '.servers');
    await says(alice, /In use now: this list/, '.servers');
    await alice.page.reload();
    await alice.online();
    await says(alice, /Server 1/, '.servers');
    await use(alice, {selector: '.servers [part=remove]'});
    await use(alice, {selector: '.servers .danger'});
    await use(alice, {selector: '.servers [part=save]'});
    await says(alice, /Saved\./, '.servers');
    await says(alice, /No servers in this list/, '.servers');
  });

  scene('who is no administrator is told so', async (stage) => {
    stage.expected.push(/403/);
    const bob = await stage.person('bob', {path: '/admin'});
    await says(bob, /Only administrators may do this/);
  });

  scene('a person’s IM accounts are saved, and are there after a reload', async (stage) => {
    const bob = await stage.person('bob', {path: '/settings'});
    await says(bob, /Add an account/);
    await use(bob, {selector: '[part=add]'});
    await until('a row', () => bob.sees('call-im-accounts', 'id'));
    await use(bob, {selector: '[part=id]', text: '1234'});
    await use(bob, {selector: '[part=save]'});
    await says(bob, /Saved\./);
    await bob.page.reload();
    await until('the account', () =>
      bob.page.evaluate(() => document.querySelector('call-im-accounts')?.shadowRoot?.querySelector<HTMLInputElement>('[part=id]')?.value === '1234'),
    );
  });
});

describe('the test of an ICE server, at a real coturn', {skip: NO_COTURN}, () => {
  let coturn: Awaited<ReturnType<typeof startCoturn>>;

  before(async () => {
    coturn = await startCoturn(SAMPLE, LOOPBACK);
  });
  after(() => coturn.stop());

  const tests = async (stage: Stage, url: string, secret: string): Promise<Person> => {
    stage.expected.push(/^it spoke to turns?:127\.0\.0\.1:/);
    const alice = await administrator(stage);
    const row = await addServer(alice, {url, ...turnCredentials({secret, ttl: 600}, 'alice')});
    await use(alice, {selector: `${row} [part=test]`});
    return alice;
  };

  for (const [transport, query] of [['UDP', ''], ['TCP', '?transport=tcp']] as const) {
    scene(`says that it relays over ${transport}, and after what time`, async (stage) => {
      const alice = await tests(stage, `turn:127.0.0.1:${coturn.port}${query}`, SECRET);
      await says(alice, new RegExp(`Relays: candidate relay over ${transport}, after \\d+ ms`), '[part=result]');
    });
  }

  scene('says 401 where the secret is another', async (stage) => {
    const alice = await tests(stage, `turn:127.0.0.1:${coturn.port}`, 'another');
    await says(alice, /answered 401/, '[part=result]');
  });

  scene('says so where TLS does not come about: the certificate is nobody’s', async (stage) => {
    const alice = await tests(stage, `turns:127.0.0.1:${coturn.tlsPort}`, SECRET);
    await says(alice, /No TLS connection came about.*certificate/, '[part=result]');
  });

  scene('says that nobody answers at a dead port, by TCP at once and by UDP after a while', async (stage) => {
    const dead = coturn.port === 9999 ? 9998 : 9999;
    const alice = await tests(stage, `turn:127.0.0.1:${dead} turn:127.0.0.1:${dead}?transport=tcp`, SECRET);
    await says(alice, /transport=tcp ?The server cannot be reached/, '[part=result]');
    await says(alice, /Timeout: the server did not answer/, '[part=result]', 20_000);
    assert.equal(await alice.page.evaluate(() => document.querySelector('call-admin')?.shadowRoot?.querySelectorAll('[part=result] .wrong').length), 2);
  });
});
