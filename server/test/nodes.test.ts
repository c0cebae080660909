import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import type {TestContext} from 'node:test';
import {createPresence} from '../src/presence/create-presence.js';
import type {Announcement, PresenceValue} from '../src/presence/presence.js';
import {createDirectory} from '../src/signalling/create-directory.js';
import type {Letter} from '../src/signalling/directory.js';
import {Inbox} from './helpers/inbox.js';
import {letter} from './helpers/letter.js';
import {ManualClock} from './helpers/manual-clock.js';
import {inTouch, openTestBus} from './helpers/nodes.js';
import {NO_NATS, RealNats} from './helpers/real-nats.js';

/** What a server process has of a node, but for its sockets. */
const openNode = async (nats: RealNats) => {
  const {bus, lines} = await openTestBus(nats.url);
  const clock = new ManualClock();
  const directory = createDirectory(bus);
  const presence = createPresence(bus, clock);
  return {
    bus,
    lines,
    clock,
    directory,
    presence,
    connect(user: string, connection: string): Inbox<Letter> {
      const letters = new Inbox<Letter>();
      directory.add(user, connection, letters.add);
      return letters;
    },
    announce(user: string, connection: string, status: Announcement['status'], inCall = false): void {
      presence.connected(user, connection);
      presence.announced(user, connection, {status, inCall});
      // So that the next one is told, too.
      clock.pass(500);
    },
    watch(user: string): Inbox<PresenceValue> {
      const told = new Inbox<PresenceValue>();
      presence.watch(user, told.add);
      return told;
    },
  };
};

type Node = Awaited<ReturnType<typeof openNode>>;

const meet = async (nodes: readonly Node[]): Promise<void> => {
  for (const here of nodes) {
    for (const there of nodes) if (here !== there) await inTouch(here.bus, there.bus);
  }
};

describe('several nodes', {skip: NO_NATS}, () => {
  let nats: RealNats;
  before(async () => {
    nats = await RealNats.start();
  });
  after(() => nats.stop());

  const openNodes = async (t: TestContext, count: number): Promise<Node[]> => {
    const nodes = await Promise.all(Array.from({length: count}, () => openNode(nats)));
    t.after(() => Promise.all(nodes.map(({bus}) => bus.close())));
    await meet(nodes);
    // So that all have heard of each other.
    for (const {clock} of nodes) clock.pass(5000);
    await meet(nodes);
    return nodes;
  };

  test('a letter for a user on another node arrives exactly once, a thousand in order', async (t) => {
    const [one, two] = (await openNodes(t, 2)) as [Node, Node];
    const phone = two.connect('bob', 'phone');
    await meet([one, two]);
    for (let n = 0; n < 1000; n += 1) one.directory.deliver({user: 'bob'}, letter(n), 'of alice');
    const letters = await phone.atLeast(1000);
    await inTouch(one.bus, two.bus);
    assert.deepEqual(letters.map(({text}) => text), Array.from({length: 1000}, (_, n) => String(n)));
  });

  test('a user on both nodes gets a letter on both, and the sender’s own connection does not', async (t) => {
    const [one, two] = (await openNodes(t, 2)) as [Node, Node];
    const [phone, tablet, desk] = [one.connect('bob', 'phone'), one.connect('bob', 'tablet'), two.connect('bob', 'desk')];
    await meet([one, two]);
    one.directory.deliver({user: 'bob'}, letter(1), 'phone');
    two.directory.deliver({user: 'bob'}, letter(2), 'desk');
    await meet([one, two]);
    assert.deepEqual([phone.items, tablet.items, desk.items], [[letter(2)], [letter(1), letter(2)], [letter(1)]]);
  });

  test('a letter for one connection finds it on its node, and nobody else gets it', async (t) => {
    const [one, two] = (await openNodes(t, 2)) as [Node, Node];
    const [phone, desk, laptop] = [one.connect('bob', 'phone'), two.connect('bob', 'desk'), two.connect('bob', 'laptop')];
    await meet([one, two]);
    one.directory.deliver({user: 'bob', connection: 'desk'}, letter(1));
    two.directory.deliver({user: 'bob', connection: 'phone'}, letter(2));
    two.directory.deliver({user: 'bob', connection: 'nobody'}, letter(3));
    await meet([one, two]);
    assert.deepEqual([phone.items, desk.items, laptop.items], [[letter(2)], [letter(1)], []]);
  });

  test('ids that mean something to NATS are ids like others', async (t) => {
    const [one, two] = (await openNodes(t, 2)) as [Node, Node];
    const ids = ['*', '>', 'a.b', 'a b', '"', 'Zoë', '\r\n', 'x'.repeat(50_000)];
    const inboxes = ids.map((id) => two.connect(id, 'phone'));
    await meet([one, two]);
    for (const id of ids) one.directory.deliver({user: id}, letter(id));
    await meet([one, two]);
    assert.deepEqual(inboxes.map(({items}) => items), ids.map((id) => [letter(id)]));
  });

  test('whoever left one node is not looked for there', async (t) => {
    const [one, two] = (await openNodes(t, 2)) as [Node, Node];
    const phone = two.connect('bob', 'phone');
    two.directory.remove('bob', 'phone');
    const again = one.connect('bob', 'phone');
    await meet([one, two]);
    one.directory.deliver({user: 'bob'}, letter(1));
    two.directory.deliver({user: 'bob'}, letter(2));
    await meet([one, two]);
    assert.deepEqual([phone.items, again.items], [[], [letter(1), letter(2)]]);
  });

  test('how somebody is on another node is asked before it is told, and then told at each change', async (t) => {
    const [one, two] = (await openNodes(t, 2)) as [Node, Node];
    two.announce('bob', 'desk', 'do-not-disturb');
    const told = one.watch('bob');
    await meet([one, two]);
    assert.deepEqual(told.items, []);
    one.clock.pass(250);
    two.announce('bob', 'desk', 'available', true);
    await told.atLeast(2);
    assert.deepEqual(told.items, ['do-not-disturb', 'busy']);
  });

  test('whoever is invisible on one node is offline for all, whatever they are on another', async (t) => {
    const [one, two, three] = (await openNodes(t, 3)) as [Node, Node, Node];
    one.announce('bob', 'phone', 'available');
    two.announce('bob', 'desk', 'invisible');
    const told = [one.watch('bob'), two.watch('bob'), three.watch('bob')];
    await meet([one, two, three]);
    for (const {clock} of [one, two, three]) clock.pass(250);
    assert.deepEqual(told.map(({items}) => items), [['offline'], ['offline'], ['offline']]);
  });

  test('the part of a node that dies vanishes after 15 seconds; what the other node says stays', async (t) => {
    const [one, two, three] = (await openNodes(t, 3)) as [Node, Node, Node];
    two.announce('bob', 'desk', 'available', true);
    three.announce('bob', 'phone', 'away');
    two.announce('carol', 'desk', 'available');
    const [bob, carol] = [one.watch('bob'), one.watch('carol')];
    await meet([one, two, three]);
    one.clock.pass(250);
    // No goodbye: the process is gone.
    await two.bus.close();
    one.clock.pass(10_000);
    three.clock.pass(10_000);
    await meet([one, three]);
    assert.deepEqual([bob.items, carol.items], [['busy'], ['available']]);
    one.clock.pass(5000);
    assert.deepEqual([bob.items, carol.items], [['busy', 'away'], ['available', 'offline']]);
  });

  test('a node that closes says goodbye, and its users have three seconds to turn up elsewhere', async (t) => {
    const [one, two, three] = (await openNodes(t, 3)) as [Node, Node, Node];
    two.announce('bob', 'desk', 'available');
    two.announce('carol', 'desk', 'available');
    const [bob, carol] = [one.watch('bob'), one.watch('carol')];
    await meet([one, two, three]);
    one.clock.pass(250);
    two.presence.close();
    await two.bus.close();
    three.announce('bob', 'desk again', 'available');
    await meet([one, three]);
    one.clock.pass(2999);
    assert.deepEqual([bob.items, carol.items], [['available'], ['available']]);
    one.clock.pass(1);
    assert.deepEqual([bob.items, carol.items], [['available'], ['available', 'offline']]);
  });
});

describe('nodes whose NATS goes and comes back', {skip: NO_NATS}, () => {
  test('find each other again, with all that changed meanwhile', async (t) => {
    const nats = await RealNats.start();
    t.after(() => nats.stop());
    const nodes = [await openNode(nats), await openNode(nats)] as const;
    const [one, two] = nodes;
    t.after(() => Promise.all(nodes.map(({bus}) => bus.close())));
    await meet(nodes);
    two.announce('bob', 'desk', 'available');
    two.announce('carol', 'desk', 'available');
    const [bob, carol] = [one.watch('bob'), one.watch('carol')];
    const phone = two.connect('bob', 'desk');
    await meet(nodes);
    one.clock.pass(250);
    assert.deepEqual([bob.items, carol.items], [['available'], ['available']]);

    await nats.stop();
    await Promise.all(nodes.map(({lines}) => lines.find(({code}) => code === 'bus-lost')));
    assert.deepEqual(nodes.map(({bus}) => bus.isReady), [false, false]);
    one.directory.deliver({user: 'bob'}, letter('lost'));
    two.announce('bob', 'desk', 'busy');
    two.presence.disconnected('carol', 'desk');
    two.clock.pass(3000);

    const back = nodes.map(({bus}) => new Promise<void>((resolve) => bus.onGap(resolve)));
    await nats.start();
    await Promise.all(back);
    await meet(nodes);
    one.directory.deliver({user: 'bob'}, letter('found'));
    assert.deepEqual(await phone.atLeast(1), [letter('found')]);
    assert.deepEqual([bob.items, carol.items], [['available', 'busy'], ['available']]);
    // Nobody has said that carol is still there.
    one.clock.pass(5000);
    assert.deepEqual([bob.items, carol.items], [['available', 'busy'], ['available', 'offline']]);
  });
});
