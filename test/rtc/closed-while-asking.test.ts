import {expect, nextFrame, waitUntil} from '@open-wc/testing';
import {linkPair} from '../helpers/real-links.js';

describe('link: closed while it asks for ICE servers before a restart', () => {
  for (const side of ['caller', 'callee'] as const) {
    it(`does nothing more, and makes no connection to try them: the ${side}`, async () => {
      const debugged: unknown[] = [];
      const {debug} = console;
      const pair = linkPair({
        servers: [{urls: 'stun:127.0.0.1:34789'}],
        askedFresh: () => {
          console.debug = (...words: unknown[]) => void debugged.push(words);
          pair[side].link.close();
        },
      });
      await pair.connected();
      const [offer] = pair.caller.sent;
      if (side === 'caller') pair.caller.link.renew();
      else if (offer) pair.callee.receive(offer);
      await waitUntil(() => pair[side].freshAsked === 1);
      await nextFrame();
      console.debug = debug;
      expect(debugged).to.deep.equal([]);
      expect(pair.book.all).to.have.length(2);
      pair.close();
    });
  }
});
