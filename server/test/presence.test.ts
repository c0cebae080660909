import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createLoneBus} from '../src/bus/bus.js';
import {createPresence} from '../src/presence/create-presence.js';
import {PARTS, partOf, shownAs, strongest} from '../src/presence/presence-part.js';
import {STATUSES} from '../src/presence/presence.js';
import type {Announcement, PresenceValue} from '../src/presence/presence.js';
import {ManualClock} from './helpers/manual-clock.js';

const shown = (...announcements: Announcement[]): PresenceValue => shownAs(strongest(announcements.map(partOf)));
const says = (status: Announcement['status'], inCall = false): Announcement => ({status, inCall});

test('one device is shown as it says, and invisible as if it were not there', () => {
  const free = STATUSES.map((status) => [status, shown(says(status))]);
  assert.deepEqual(Object.fromEntries(free), {
    available: 'available',
    away: 'away',
    busy: 'busy',
    'do-not-disturb': 'do-not-disturb',
    invisible: 'offline',
  });
  const inCall = STATUSES.map((status) => [status, shown(says(status, true))]);
  assert.deepEqual(Object.fromEntries(inCall), {
    available: 'busy',
    away: 'busy',
    busy: 'busy',
    'do-not-disturb': 'busy',
    invisible: 'offline',
  });
  assert.equal(shown(), 'offline');
});

const TWO_DEVICES: readonly (readonly [Announcement, Announcement, PresenceValue])[] = [
  [says('available'), says('available'), 'available'],
  [says('available'), says('away'), 'available'],
  [says('available'), says('busy'), 'busy'],
  [says('available'), says('do-not-disturb'), 'do-not-disturb'],
  [says('available'), says('invisible'), 'offline'],
  [says('available'), says('away', true), 'busy'],
  [says('away'), says('busy'), 'busy'],
  [says('busy'), says('do-not-disturb'), 'do-not-disturb'],
  [says('do-not-disturb'), says('available', true), 'busy'],
  [says('invisible'), says('available', true), 'offline'],
];

for (const [one, other, expected] of TWO_DEVICES) {
  const name = ({status, inCall}: Announcement) => `${status}${inCall ? ' in a call' : ''}`;
  test(`${name(one)} on one device and ${name(other)} on another is ${expected}, whichever came first`, () => {
    assert.equal(shown(one, other), expected);
    assert.equal(shown(other, one), expected);
  });
}

test('parts merged in groups give what they give all at once', () => {
  const all = [...PARTS, undefined];
  for (const a of all) {
    for (const b of all) {
      for (const c of all) assert.equal(strongest([strongest([a, b]), c]), strongest([a, b, c]));
    }
  }
});

const setup = () => {
  const clock = new ManualClock();
  const presence = createPresence(createLoneBus(), clock);
  const told: PresenceValue[] = [];
  const unwatch = presence.watch('bob', (value) => told.push(value));
  return {clock, presence, told, unwatch};
};

test('nobody is offline, at once and once', () => {
  const {told, clock} = setup();
  clock.pass(60_000);
  assert.deepEqual(told, ['offline']);
});

test('a connection that has said nothing yet does not show', () => {
  const {presence, told} = setup();
  presence.connected('bob', 'phone');
  presence.announced('bob', 'tablet', says('busy'));
  assert.deepEqual(told, ['offline']);
});

test('watchers are told changes only', () => {
  const {presence, told, clock} = setup();
  presence.connected('bob', 'phone');
  presence.connected('bob', 'tablet');
  const say = (device: string, status: Announcement['status']): void => {
    presence.announced('bob', device, says(status));
    clock.pass(500);
  };
  for (const status of ['available', 'available', 'away'] as const) say('phone', status);
  for (const status of ['away', 'away', 'busy'] as const) say('tablet', status);
  assert.deepEqual(told, ['offline', 'available', 'away', 'busy']);
});

test('who changes all the time is told of twice a second, and how they are in the end', () => {
  const {presence, told, clock} = setup();
  presence.connected('bob', 'phone');
  for (let turn = 0; turn < 100; turn += 1) {
    presence.announced('bob', 'phone', says(turn % 2 ? 'busy' : 'available'));
    clock.pass(10);
  }
  presence.announced('bob', 'phone', says('away'));
  clock.pass(500);
  assert.deepEqual(told, ['offline', 'available', 'busy', 'away']);
});

test('a second watcher hears how it is, and one that left hears no more', () => {
  const {presence, told, unwatch, clock} = setup();
  presence.connected('bob', 'phone');
  presence.announced('bob', 'phone', says('away'));
  unwatch();
  unwatch();
  const later: PresenceValue[] = [];
  presence.watch('bob', (value) => later.push(value));
  clock.pass(500);
  presence.announced('bob', 'phone', says('available'));
  assert.deepEqual([told, later], [['offline', 'away'], ['away', 'available']]);
});

test('a person between two pages does not flicker', () => {
  const {presence, told, clock} = setup();
  presence.connected('bob', 'first page');
  presence.announced('bob', 'first page', says('do-not-disturb'));
  presence.disconnected('bob', 'first page');
  clock.pass(2900);
  presence.connected('bob', 'second page');
  presence.announced('bob', 'second page', says('do-not-disturb'));
  clock.pass(60_000);
  assert.deepEqual(told, ['offline', 'do-not-disturb']);
});

test('what a page said before it went is over as soon as the next one speaks', () => {
  const {presence, told, clock} = setup();
  presence.connected('bob', 'first page');
  presence.announced('bob', 'first page', says('available', true));
  clock.pass(500);
  presence.disconnected('bob', 'first page');
  presence.connected('bob', 'second page');
  presence.announced('bob', 'second page', says('available'));
  assert.deepEqual(told, ['offline', 'busy', 'available']);
});

test('a person who stays away for three seconds is offline, and nothing is left of them', () => {
  const {presence, told, clock} = setup();
  const before = clock.waiting;
  presence.connected('bob', 'phone');
  presence.announced('bob', 'phone', says('available'));
  presence.disconnected('bob', 'phone');
  presence.announced('bob', 'phone', says('busy'));
  clock.pass(2999);
  assert.deepEqual(told, ['offline', 'available']);
  clock.pass(1);
  assert.deepEqual(told, ['offline', 'available', 'offline']);
  clock.pass(500);
  assert.equal(clock.waiting, before);
});

test('when it closes, no timer is left', () => {
  const {presence, clock} = setup();
  presence.connected('bob', 'phone');
  presence.announced('bob', 'phone', says('available'));
  presence.disconnected('bob', 'phone');
  presence.close();
  assert.equal(clock.waiting, 0);
});

test('after a gap, a node says again how its people are', () => {
  const said: unknown[] = [];
  let gap = (): void => undefined;
  const bus = {
    ...createLoneBus(),
    publish: (subject: string, data: unknown) => subject.startsWith('presence.is') && said.push([subject, data]),
    onGap: (fn: () => void) => {
      gap = fn;
      return () => undefined;
    },
  };
  const presence = createPresence(bus, new ManualClock());
  presence.connected('bob', 'phone');
  presence.announced('bob', 'phone', says('away'));
  gap();
  assert.equal(said.length, 2);
  assert.deepEqual(said[0], said[1]);
});
