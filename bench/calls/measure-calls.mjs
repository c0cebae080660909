import {launchBrowser} from '../browser.mjs';
import {rotate} from '../statistics.mjs';
import {callOnce} from './call-once.mjs';
import {CONTESTANTS} from './contestants.mjs';
import {openPerson} from './person.mjs';
import {startLink} from './start-link.mjs';
import {startServers} from './start-servers.mjs';

const openPair = async (contestant, place, {browser, servers, link}) => {
  const [caller, callee] = [`caller${place}`, `callee${place}`];
  const door = link.doors[Object.keys(servers.ports).indexOf(contestant.server)];
  const open = (user, other, hops) =>
    openPerson(browser, servers.put(contestant, {user, other, door}), {hops, control: link.control});
  return {
    contestant,
    caller: await open(caller, callee, link.hops[2 * place]),
    callee: await open(callee, caller, link.hops[2 * place + 1]),
  };
};

const measureAt = async ({rtt, rounds, contestants}, servers) => {
  const link = await startLink({rtt, targets: Object.values(servers.ports), pages: 2 * contestants.length});
  const browser = await launchBrowser();
  const results = contestants.map(({name}) => ({name, rounds: []}));
  try {
    const pairs = [];
    for (const [place, contestant] of contestants.entries()) {
      pairs.push(await openPair(contestant, place, {browser, servers, link}));
    }
    for (let round = -1; round < rounds; round += 1) {
      for (const pair of rotate(pairs, round + 1)) {
        const result = results[pairs.indexOf(pair)];
        const call = await callOnce(pair).catch((cause) => {
          throw new Error(`${pair.contestant.name} at ${rtt} ms, round ${round + 1}`, {cause});
        });
        // The first call of a page fetches what it needs; it is kept apart.
        if (round < 0) result.first = call;
        else result.rounds.push(call);
      }
      console.log(`  ${rtt} ms: ${round < 0 ? 'warmed up' : `round ${round + 1} of ${rounds}`}`);
    }
  } finally {
    await browser.close();
    link.close();
  }
  return {rtt, contestants: results};
};

/** Calls at each client–server round trip of `rtts`; within one, the contestants take turns. */
export const measureCalls = async ({rounds, rtts, contestants = CONTESTANTS}) => {
  const servers = await startServers();
  const series = [];
  for (const rtt of rtts) series.push(await measureAt({rtt, rounds, contestants}, servers));
  servers.close();
  return series;
};
