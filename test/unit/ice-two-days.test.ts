import assert from 'node:assert/strict';
import {test} from 'node:test';
import {iceChain, server} from '../helpers/ice-chain.js';

const HOUR = 3_600_000;

for (const use of ['servers', 'refresh'] as const) {
  test(`a page that was open for two days waits for credentials that hold (${use})`, async () => {
    let number = 0;
    const {chain, clock, after} = iceChain();
    const connector = () =>
      new Promise<{iceServers: RTCIceServer[]; ttl: number}>((resolve) => {
        number += 1;
        // Slower than a call waits for a list that is only newer.
        clock.after(900, () => resolve({iceServers: [server(`list-${number}`)], ttl: 3600}));
      });
    const first = await after(chain.servers({connector}), 900);
    assert.deepEqual(first, {iceServers: [server('list-1')], source: 'connector'});
    await clock.advance(48 * HOUR);
    assert.deepEqual(await after(chain[use]({connector}), 900), {iceServers: [server('list-2')], source: 'connector'});
  });
}

test('credentials are asked for anew all along two days of calls, and never used when they are over', async () => {
  const {chain, clock} = iceChain();
  const connector = async () => ({iceServers: [server(String(clock.now()))], ttl: 3600});
  for (let minutes = 0; minutes < 48 * 60; minutes += 7) {
    const {iceServers} = await chain.servers({connector});
    const made = Number(String(iceServers[0]?.urls).replace(/\D/g, ''));
    assert.ok(clock.now() - made < HOUR * 0.8);
    await clock.advance(7 * 60_000);
  }
});
