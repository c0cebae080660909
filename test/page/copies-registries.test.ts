import {expect} from '@open-wc/testing';
import type {CallTerms} from '../../src/localize/terms.js';
import type {ConnectorLoader} from '../../src/connectors/connector-registry.js';
import {openFrame} from '../helpers/page-frames.js';
import {found} from '../helpers/page-people.js';

const SCRIPT = '/dist/cdn/call-elements.iife.js';

/** What the classic script gives, as far as these tests use it. */
interface Copy {
  registerConnector(name: string, load: ConnectorLoader): void;
  registerTerms(language: string, terms: Partial<CallTerms>): void;
}

const twoCopies = async () => {
  const frame = await openFrame();
  const page = frame.window as unknown as {readonly CallElements: Copy};
  await frame.script(SCRIPT);
  const first = page.CallElements;
  await frame.script(`${SCRIPT}?again`);
  const second = page.CallElements;
  expect(second).not.to.equal(first);
  const close = async () => {
    await frame.controller?.dispose();
    frame.close();
  };
  return {frame, first, second, close};
};

describe('two copies of the library on one page', () => {
  for (const which of ['first', 'second'] as const) {
    it(`know the connector that the ${which} was told`, async () => {
      const {frame, close, ...copies} = await twoCopies();
      let asked = 0;
      copies[which].registerConnector('own', () => {
        asked += 1;
        return Promise.reject(new Error('enough'));
      });
      frame.add('call-config', {'user-id': 'alice', connector: 'own'});
      await found(() => asked > 0);
      await close();
    });

    it(`say the words that the ${which} was told, late as they come`, async () => {
      const {frame, close, ...copies} = await twoCopies();
      frame.document.documentElement.lang = 'sv';
      frame.add('call-button', {callee: 'bob'});
      const label = await frame.part('call-button', 'label');
      expect(label).to.contain.text('Call');
      copies[which].registerTerms('sv', {call: 'Ring upp'});
      await found(() => label.textContent?.includes('Ring upp'));
      await close();
    });
  }
});
