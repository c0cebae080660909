import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {describe, it} from 'node:test';
import {readCommand} from '../../odoo/examples/mobile-app/src/command-line.js';
import {createPhones} from './phones.js';
import {startOdoo} from './stand-in/start-odoo.js';

const ENV = {ODOO_URL: 'https://odoo.example.com/', ODOO_DB: 'lab', ODOO_LOGIN: 'bob', ODOO_PASSWORD: 'bob'};

describe('mobile app: its command line', () => {
  it('knows two verbs, and who uses it', () => {
    const {account, ...command} = readCommand(['call', 'channel:3', '--video', '--ice-server', 'stun:stun.example.com'], ENV);
    assert.deepEqual(account, {url: 'https://odoo.example.com', database: 'lab', login: 'bob', password: 'bob'});
    const servers = [{urls: 'stun:stun.example.com'}];
    assert.deepEqual(command, {verb: 'call', callee: 'channel:3', video: true, answer: false, decline: false, seconds: 0, iceServers: servers});
  });

  const WRONG: Readonly<Record<string, readonly [readonly string[], NodeJS.ProcessEnv, RegExp]>> = {
    'no verb': [[], ENV, /npm start -- call channel:3/],
    'nobody to call': [['call'], ENV, /Say whom to call/],
    'an option that there is not': [['wait', '--loud'], ENV, /--loud/],
    'no number': [['wait', '--seconds', 'some'], ENV, /some is no number of seconds/],
    'no password': [['wait'], {...ENV, ODOO_PASSWORD: ''}, /ODOO_PASSWORD is missing/],
  };
  for (const [what, [args, env, sentence]] of Object.entries(WRONG)) {
    it(`${what}: says so`, () => assert.throws(() => readCommand(args, env), sentence));
  }

  it('waits, answers, tells what it hears, and ends with the call', async () => {
    const odoo = await startOdoo();
    const phones = createPhones(odoo);
    const app = spawn(process.execPath, ['--import=tsx', 'odoo/examples/mobile-app/src/main.ts', 'wait', '--answer'], {
      env: {...process.env, ...ENV, ODOO_URL: odoo.url},
    });
    let printed = '';
    const prints = (words: RegExp): Promise<void> =>
      new Promise((resolve) => {
        const look = (): void => void (words.test(printed) && resolve());
        app.stdout.on('data', look);
        look();
      });
    app.stdout.on('data', (data) => (printed += data));
    app.stderr.on('data', (data) => (printed += data));
    const gone = once(app, 'exit');
    await prints(/waiting for a call/);
    const alice = await phones.login('alice', {tone: 600});
    const call = await alice.call('channel:3', {video: true});
    await prints(/connected: hears a tone of (59\d|60\d) Hz .* sees 320×240 at \d+\/s/);
    await call.end();
    assert.deepEqual(await gone, [0, null], printed);
    assert.match(printed, /Alice calls \(video, channel:3\)/);
    assert.match(printed, /over: hung-up/);
    await phones.close();
    await odoo.close();
  });
});
