import {launchBrowser} from '../browser.mjs';
import {rotate} from '../statistics.mjs';
import {callOnce} from './call-once.mjs';
import {CONTESTANTS} from './contestants.mjs';
import {openPerson} from './person.mjs';
import {startLink} from './start-link.mjs';
import {startServers} from './start-servers.mjs';

let people = 0;

/** Always new people: PeerServer may not have noticed yet that the ones before are gone. */
const openPair = async (contestant, place, {browser, servers, link}) => {
  const [caller, callee] = [`person${(people += 1)}`, `person${(people += 1)}`];
  const door = link.doors[Object.keys(servers.ports).indexOf(contestant.server)];
  const open = (user, other, hops) =>
    openPerson(browser, servers.put(contestant, {user, other, door}), {hops, spare: link.spare, control: link.control});
  return {
    caller: await open(caller, callee, link.hops[2 * place]),
    callee: await open(callee, caller, link.hops[2 * place + 1]),
  };
};

/** A call that fails is counted, and made again by fresh pages; two in a row end the run. */
const callAgain = async (pair, result, open) => {
  try {
    return await callOnce(pair);
  } catch (error) {
    result.failures.push(String(error));
    await Promise.all([pair.caller.close(), pair.callee.close()]);
    Object.assign(pair, await open());
    return callOnce(pair);
  }
};

const measureAt = async ({rtt, rounds, contestants}, servers) => {
  const link = await startLink({rtt, targets: Object.values(servers.ports), pages: 2 * contestants.length});
  const browser = await launchBrowser();
  const results = contestants.map(({name}) => ({name, rounds: [], failures: []}));
  const open = (place) => openPair(contestants[place], place, {browser, servers, link});
  try {
    const pairs = [];
    for (const place of contestants.keys()) pairs.push(await open(place));
    for (let round = -1; round < rounds; round += 1) {
      for (const place of rotate([...contestants.keys()], round + 1)) {
        const result = results[place];
        const call = await callAgain(pairs[place], result, () => open(place));
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
