import {check, checkSame, eventually} from './check.js';
import type {ConformanceSetup} from './options.js';
import {PipeEnd, withPipes} from './pipe-end.js';

const NAMES = ['bob@example.org', 'partner:8', '名前', 'Zoë O’Brien', 'a/b?c#d&e=f', '-_-', '👩🏽‍💻'];

const VALUE = {text: 'line\r\n"quoted" \u2028 名前 👩🏽‍💻', none: null, yes: true, list: [1, -2.5, [], {}], deep: {a: {b: {c: ''}}}};

type Case = readonly [title: string, body: (setup: ConformanceSetup) => Promise<void>];

/** What is asked of a connector as a pipe. */
export const PIPE_CASES: readonly Case[] = [
  [
    'says what it can do',
    async (setup) => {
      const {capabilities, presence, iceServers} = new PipeEnd(setup, setup.user('alice')).connector;
      check(['verified', 'claimed'].includes(capabilities.identity), 'identity is neither verified nor claimed');
      check(capabilities.maxBytes >= 40_000, 'maxBytes is too little for a description of 32 kB');
      check(!capabilities.presence || typeof presence === 'function', 'presence is promised and missing');
      check(!capabilities.ice || typeof iceServers === 'function', 'ice is promised and missing');
    },
  ],
  [
    'opens, and may be closed twice, before, during and after',
    async (setup) => {
      const never = new PipeEnd(setup, setup.user('alice'));
      await never.connector.close();
      await never.connector.close();
      await withPipes(setup, [setup.user('alice')], async (alice) => {
        check(['online', undefined].includes(alice.statuses.at(-1)), `open, it says that it is ${alice.statuses.at(-1) ?? ''}`);
        await alice.connector.close();
      });
    },
  ],
  [
    'carries a message unchanged',
    (setup) =>
      withPipes(setup, ['alice', 'bob'].map(setup.user), async (alice, bob) => {
        await alice?.note({user: bob?.user ?? ''}, VALUE);
        await bob?.got(1);
        checkSame(bob?.notes, [VALUE], 'what came');
      }),
  ],
  [
    'reaches all endpoints of a user, and nobody else',
    (setup) => {
      const [alice, bob, carol] = ['alice', 'bob', 'carol'].map(setup.user) as [string, string, string];
      return withPipes(setup, [alice, bob, bob, carol], async (caller, desk, phone, stranger) => {
        await caller?.note({user: bob}, 'ring');
        await Promise.all([desk?.got(1), phone?.got(1)]);
        await caller?.note({user: carol}, 'after');
        await stranger?.got(1);
        checkSame([desk?.notes, phone?.notes, stranger?.notes], [['ring'], ['ring'], ['after']], 'who got what');
      });
    },
  ],
  [
    'reaches one endpoint, and not the user’s others, once that endpoint has spoken',
    (setup) => {
      const [alice, bob] = ['alice', 'bob'].map(setup.user) as [string, string];
      return withPipes(setup, [alice, bob, bob], async (caller, desk, phone) => {
        if (!caller || !desk || !phone) return;
        await Promise.all([desk.note({user: alice}, 'desk'), phone.note({user: alice}, 'phone')]);
        await caller.got(2);
        await caller.note(phone.address, 'to the phone');
        await caller.note({user: bob}, 'to both');
        await Promise.all([phone.got(2), desk.got(1)]);
        checkSame([desk.notes, [...phone.notes].sort()], [['to both'], ['to both', 'to the phone']], 'who got what');
      });
    },
  ],
  [
    'does not bring a message back to the endpoint that sent it',
    async (setup) => {
      const alice = setup.user('alice');
      // Nobody calls themselves.
      if (setup.needsCall) return;
      await withPipes(setup, [alice, alice], async (desk, phone) => {
        await desk?.note({user: alice}, 'from the desk');
        await phone?.got(1);
        await phone?.note({user: alice}, 'from the phone');
        await desk?.got(1);
        checkSame([desk?.notes, phone?.notes], [['from the phone'], ['from the desk']], 'who got what');
      });
    },
  ],
  ...NAMES.map((name): Case => [
    `knows a user called "${name}"`,
    (setup) => {
      const [alice, user] = [setup.user('alice'), setup.user(name)];
      return withPipes(setup, [alice, user], async (caller, callee) => {
        await caller?.note({user}, 'there');
        await callee?.got(1);
        await callee?.note({user: alice}, 'and back');
        await caller?.got(1);
        const sender = callee?.received[0]?.sender?.user;
        check((sender ?? alice) === alice, `the sender is said to be ${sender ?? ''}`);
      });
    },
  ]),
  [
    'names the sender where it vouches for who they are',
    (setup) =>
      withPipes(setup, ['alice', 'bob'].map(setup.user), async (alice, bob) => {
        if (!alice || !bob) return;
        await alice.note({user: bob.user}, 'who am I');
        await bob.got(1);
        const sender = bob.received[0]?.sender?.user;
        const isVerified = bob.connector.capabilities.identity === 'verified';
        check(isVerified ? sender === alice.user : (sender ?? alice.user) === alice.user, `the sender is ${sender ?? 'unknown'}`);
      }),
  ],
  [
    'carries a description of 32 kB, and whatever is as large as it says it can',
    (setup) =>
      withPipes(setup, ['alice', 'bob'].map(setup.user), async (alice, bob) => {
        if (!alice || !bob) return;
        const most = Math.min(alice.connector.capabilities.maxBytes, 200_000) - 500;
        const notes = ['a'.repeat(32_768), 'b'.repeat(most)];
        for (const [index, note] of notes.entries()) {
          await alice.note({user: bob.user}, note);
          await bob.got(index + 1);
        }
        check(bob.notes.every((note, index) => note === notes[index]), 'a large message came in changed');
      }),
  ],
  [
    'carries a hundred messages at once, and loses none',
    (setup) =>
      withPipes(setup, ['alice', 'bob'].map(setup.user), async (alice, bob) => {
        const notes = Array.from({length: 100}, (_, index) => index);
        await Promise.all(notes.map((note) => alice?.note({user: bob?.user ?? ''}, note)));
        await bob?.got(100);
        checkSame([...(bob?.notes ?? [])].map(Number).sort((a, b) => a - b), notes, 'what came');
      }),
  ],
  [
    'neither hangs nor breaks on a message to somebody who is not there',
    (setup) => {
      const nobody = setup.user('nobody');
      return withPipes(setup, ['alice', 'bob'].map(setup.user), async (alice, bob) => {
        await eventually('send() to settle', setup.patience, (done) => {
          alice?.note({user: nobody}, 'anybody?').then(done, done);
        });
        await alice?.note({user: bob?.user ?? ''}, 'still here');
        await bob?.got(1);
        checkSame(bob?.notes, ['still here'], 'what came');
      });
    },
  ],
  [
    'says so when a message did not go out because it is closed',
    (setup) =>
      withPipes(setup, [setup.user('alice')], async (alice) => {
        await alice?.connector.close();
        let refused = false;
        await alice?.note({user: alice.user}, 'lost').catch(() => (refused = true));
        check(refused, 'send() resolved after close()');
      }),
  ],
  [
    'is closed by its signal: nothing comes in any more, and the user’s other endpoints go on',
    (setup) => {
      const [alice, bob] = ['alice', 'bob'].map(setup.user) as [string, string];
      return withPipes(setup, [alice, bob, bob], async (caller, gone, stays) => {
        gone?.abort.abort();
        await caller?.note({user: bob}, 'who is left');
        await stays?.got(1);
        await gone?.connector.close();
        checkSame([gone?.notes, stays?.notes], [[], ['who is left']], 'who got what');
      });
    },
  ],
  [
    'opens again as the same user after it was closed',
    (setup) => {
      const [alice, bob] = ['alice', 'bob'].map(setup.user) as [string, string];
      return withPipes(setup, [alice, bob], async (caller, before) => {
        await before?.connector.close();
        await withPipes(setup, [bob], async (after) => {
          await caller?.note({user: bob}, 'again');
          await after?.got(1);
          checkSame([before?.notes, after?.notes], [[], ['again']], 'who got what');
        });
      });
    },
  ],
  [
    'never opens when its signal was aborted before',
    async (setup) => {
      const alice = new PipeEnd(setup, setup.user('alice'));
      alice.abort.abort();
      let opened = true;
      await alice.open().catch(() => (opened = false));
      await alice.connector.close();
      check(!opened, 'open() resolved');
    },
  ],
];
