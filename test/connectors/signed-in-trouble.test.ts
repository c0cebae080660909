import {expect} from '@open-wc/testing';
import {startCallServer} from '../helpers/real-call-server.js';
import type {PortalAnswer, SignedInPipe, TestCallServer} from '../helpers/real-call-server.js';
import type {Pipe} from '../helpers/real-pipes.js';

const letter = {call: 'a-call', type: 'note', text: 'still there?'};

const codeOf = (promise: Promise<void>): Promise<unknown> => promise.then(() => 'open', ({code}) => code as unknown);
const offline = (pipe: Pipe): Promise<void> => pipe.until(() => pipe.statuses.at(-1) === 'offline');
const online = (pipe: Pipe): Promise<void> => pipe.until(() => pipe.statuses.at(-1) === 'online');

/** What goes to the console and over sockets while a test runs. */
const listenIn = () => {
  const {send} = WebSocket.prototype;
  const {warn, debug, error} = console;
  const native = globalThis.WebSocket;
  const frames: string[] = [];
  const logged: unknown[] = [];
  const watchers = new Set<() => void>();
  let opened = 0;
  let isDead = (_socket: WebSocket): boolean => false;
  globalThis.WebSocket = class extends native {
    constructor(url: string | URL) {
      super(url);
      opened += 1;
    }
  };
  native.prototype.send = function spy(this: WebSocket, data: string) {
    if (isDead(this)) return;
    send.call(this, data);
    frames.push(data);
    for (const look of watchers) look();
  };
  const note = (...words: unknown[]): void => void logged.push(...words);
  Object.assign(console, {warn: note, debug: note, error: note});
  return {
    logged,
    get opened() {
      return opened;
    },
    /** The sockets that are open now take no more data, and do not close. */
    kill: () => {
      const dead = new WeakSet<WebSocket>();
      const before = opened;
      isDead = (socket) => (opened === before && dead.add(socket), dead.has(socket));
    },
    sends: (part: string): Promise<void> =>
      new Promise((resolve) => {
        const look = (): void => {
          if (frames.some((frame) => frame.includes(part))) resolve();
        };
        watchers.add(look);
        look();
      }),
    close: () => {
      native.prototype.send = send;
      globalThis.WebSocket = native;
      Object.assign(console, {warn, debug, error});
    },
  };
};

describe('peerjs, signed in: refusals and outages', function troubles() {
  this.timeout(60_000);
  let server: TestCallServer;
  let ear: ReturnType<typeof listenIn>;

  before(async () => {
    server = await startCallServer();
  });
  after(() => server.close());
  beforeEach(() => {
    ear = listenIn();
  });
  afterEach(async () => {
    ear.close();
    await server.leave();
    expect(ear.logged.map(String).join(' '), 'a token in the log').not.to.include('eyJ');
  });

  const getsThrough = async (from: SignedInPipe, to: SignedInPipe): Promise<void> => {
    const repeat = setInterval(() => void from.connector.send({user: to.user}, letter).catch(() => undefined), 200);
    await to.gets(letter);
    clearInterval(repeat);
  };

  const REFUSALS: readonly (readonly [what: string, answer: PortalAnswer, questions: number])[] = [
    ['the portal says that nobody is signed in', {status: 401}, 1],
    ['the portal says that this person may not', {status: 403}, 1],
    ['the token is for another audience', {audience: 'another'}, 2],
    ['the token is over, and another one is over, too', {life: -60}, 2],
    ['the token is another person’s', {user: 'carol'}, 1],
  ];

  for (const [what, answer, questions] of REFUSALS) {
    it(`is refused once when ${what}, and is online when it is asked to look again and all is well`, async () => {
      const alice = await server.begin('alice', answer);
      expect(await codeOf(alice.opened)).to.equal('signaling-refused');
      expect(alice.statuses).to.deep.equal([]);
      globalThis.dispatchEvent(new Event('online'));
      while ((await alice.portal.asked()) <= questions);
      expect(await alice.portal.asked(), 'no storm of questions').to.be.within(questions + 1, 2 * questions);
      expect(alice.statuses, 'told once').to.deep.equal([]);
      await alice.portal.answers({});
      globalThis.dispatchEvent(new Event('online'));
      await online(alice);
    });
  }

  it('is refused when the portal sends its page to sign in a second time, and looks again when the page is looked at', async () => {
    const alice = await server.begin('alice', {answer: '<html>Sign in</html>'});
    expect(await codeOf(alice.opened)).to.equal('signaling-refused');
    expect(alice.errors).to.deep.equal(['signaling-lost']);
    expect(await alice.portal.asked()).to.equal(2);
    await alice.portal.answers({});
    document.dispatchEvent(new Event('visibilitychange'));
    await online(alice);
  });

  it('opens no socket with another person’s token, and says so to the developer once', async () => {
    const alice = await server.begin('alice', {user: 'carol'});
    await codeOf(alice.opened);
    expect(ear.opened).to.equal(0);
  });

  it('takes a new token when the server finds the first one too old', async () => {
    const alice = await server.begin('alice', {life: -60}, {});
    await alice.opened;
    expect(alice.errors.filter(Boolean)).to.deep.equal(['signaling-lost']);
    expect(await alice.portal.asked()).to.equal(2);
  });

  it('goes on asking while the portal is down, and is online when it is back', async () => {
    const alice = await server.begin('alice', {status: 500}, {status: 502}, {});
    await alice.opened;
    expect(alice.statuses).to.deep.equal(['offline', 'offline', 'online']);
    expect(alice.errors.filter(Boolean)).to.deep.equal(['signaling-lost']);
  });

  it('renews its token on the same line, although the portal fails the first time', async () => {
    const alice = await server.open('alice', {life: 4}, {status: 500}, {life: 3600});
    await ear.sends('"token":"eyJ');
    expect(await alice.portal.asked()).to.equal(3);
    expect(alice.statuses).to.deep.equal(['online']);
    expect(ear.opened).to.equal(1);
  });

  it('stays on the line when the portal has signed the person out: the token still counts', async () => {
    const alice = await server.open('alice', {life: 3}, {status: 401});
    const bob = await server.open('bob');
    while ((await alice.portal.asked()) < 2) await bob.connector.iceServers?.();
    await bob.connector.send({user: 'alice'}, letter);
    await alice.gets(letter);
    expect(alice.statuses).to.deep.equal(['online']);
  });

  it('comes back by itself when the server was restarted', async () => {
    const [alice, bob] = [await server.open('alice'), await server.open('bob')];
    await server.stop();
    await Promise.all([offline(alice), offline(bob)]);
    expect(alice.errors).to.deep.equal([undefined, 'signaling-lost']);
    await server.start();
    await Promise.all([online(alice), online(bob)]);
    await getsThrough(alice, bob);
    expect(await alice.portal.asked(), 'its token is still good').to.equal(1);
  });

  it('notices within ten seconds that a line is dead, and makes another', async () => {
    const alice = await server.open('alice');
    const before = performance.now();
    ear.kill();
    await offline(alice);
    expect(performance.now() - before).to.be.below(10_000);
    await online(alice);
    const bob = await server.open('bob');
    await getsThrough(bob, alice);
  });
});
