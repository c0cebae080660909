import {expect, nextFrame} from '@open-wc/testing';
import {linkPair} from '../helpers/real-links.js';

describe('link: closed while it asks for ICE servers before a restart', () => {
  for (const side of ['caller', 'callee'] as const) {
    it(`does nothing more, and makes no connection to try them: the ${side}`, async () => {
      const pair = linkPair({servers: [{urls: 'stun:127.0.0.1:34789'}]});
      await pair.connected();
      const {link} = pair[side];
      const [offer] = pair.caller.sent;
      const debugged: unknown[] = [];
      const {debug} = console;
      console.debug = (...words: unknown[]) => void debugged.push(words);
      if (side === 'caller') link.renew();
      else if (offer) pair.callee.receive(offer);
      await Promise.resolve();
      expect(pair[side].freshAsked, 'it is asking').to.equal(1);
      link.close();
      await link.path();
      await nextFrame();
      console.debug = debug;
      expect(debugged).to.deep.equal([]);
      expect(pair.book.all).to.have.length(2);
      pair.close();
    });
  }
});
