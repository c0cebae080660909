import {expect, waitUntil} from '@open-wc/testing';
import {enTalk} from '../../src/localize/en-talk.js';
import {enTrouble} from '../../src/localize/en-trouble.js';
import type {CallErrorCode} from '../../src/types/call-error.js';
import {setup, TALK} from './window-setup.js';

const trouble = (code: CallErrorCode, recoverable: boolean) => ({code, recoverable, reference: 'alice-1-2'});

describe('<call-window> on the network', () => {
  it('says that it is relayed, or weak, in its status and nowhere else; of a good direct path only to those who listen', async () => {
    const {open, update, part} = await setup();
    await open({...TALK, path: undefined});
    const status = () => part('status')!;
    expect(status().textContent, 'said once, with how').to.equal('');
    await update({path: 'direct'});
    expect(status().textContent).to.equal('Connected');
    expect(status().className).to.equal('quiet');
    await update({path: 'relay'});
    expect(status().textContent).to.equal('Connected by relay');
    expect(status().className).to.equal('');
    await update({weak: true});
    expect(status().textContent).to.equal('The connection is weak');
    await update({phase: 'reconnecting', path: undefined, weak: false});
    expect(status().textContent).to.equal('Reconnecting…');
    expect(part('message')?.textContent).to.equal('');
    expect(status().getAttribute('role'), 'polite').to.equal('status');
  });

  for (const code of ['signaling-lost', 'signaling-refused', 'connector-failed', 'connector-unknown'] as const) {
    it(`does not alarm while connected, whatever is wrong with the line to the call service: ${code}`, async () => {
      const {open, update, part} = await setup();
      await open({...TALK, trouble: trouble(code, true)});
      expect(part('message')?.textContent).to.equal(enTalk.callGoesOn);
      expect(part('message')?.className).to.equal('calm');
      await update({phase: 'reconnecting'});
      const {wayOut} = {...enTrouble.errors, ...enTalk.errors}[code]!;
      await waitUntil(() => part('message')?.textContent?.includes(wayOut), 'the words are fetched', {timeout: 5000});
      expect(part('message')?.className).to.equal('trouble');
    });
  }

  for (const code of ['relay-missing', 'relay-refused', 'relay-unreachable'] as const) {
    it(`says why there was no connection, and what helps: ${code}`, async () => {
      const {open, update, end, part} = await setup();
      await open({...TALK, phase: 'connecting'});
      await update({trouble: trouble(code, false)});
      await end('connection-failed', 'system');
      const {sentence, wayOut} = enTrouble.errors[code];
      await waitUntil(() => part('message')?.textContent?.includes(wayOut), 'the words are fetched', {timeout: 5000});
      expect(part('message')?.textContent).to.equal(`The connection failed${sentence} ${wayOut}`);
      expect(part('message')?.title).to.equal('alice-1-2');
    });
  }
});
