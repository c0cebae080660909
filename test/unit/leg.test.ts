import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Leg} from '../../src/call/leg.js';
import type {CallPlatform} from '../../src/call/platform.js';
import type {LinkHealth, PeerLink, PeerLinkOptions} from '../../src/protocol/peer-link.js';
import {createFakeClock} from '../helpers/fake-clock.js';

const setup = () => {
  const links: PeerLinkOptions[] = [];
  const clock = createFakeClock();
  const createLink = (options: PeerLinkOptions): PeerLink => {
    links.push(options);
    return {report: {last: undefined}} as PeerLink;
  };
  const ignore = (): void => undefined;
  const leg = new Leg({
    platform: {clock, createLink} as Partial<CallPlatform> as CallPlatform,
    role: 'offerer',
    iceServers: async () => [],
    send: ignore,
    deliver: ignore,
    changed: ignore,
    gone: ignore,
    away: ignore,
    text: ignore,
  });
  leg.openLink('all');
  const [link] = links;
  if (!link) throw new Error('There is no link.');
  return {leg, link, clock};
};

test('a status that repeats itself says nothing new of the path; another does', () => {
  const {leg, link} = setup();
  const relayed: LinkHealth = {path: 'relay', weak: true};
  link.status('connected');
  link.health(relayed);
  link.status('connected');
  assert.equal(leg.health, relayed);
  link.status('lost');
  assert.deepEqual([leg.health.path, leg.health.weak], [undefined, false]);
});

test('the other side is not heard when it leaves a word and its repeats without an answer', async () => {
  const {leg, clock} = setup();
  assert.equal(leg.report?.isHeard, true);
  leg.post('confirm', {});
  await clock.advance(1000);
  assert.equal(leg.report?.isHeard, true, 'it may be slow');
  await clock.advance(1000);
  assert.equal(leg.report?.isHeard, false);
});
