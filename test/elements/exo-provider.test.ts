import {expect, waitUntil} from '@open-wc/testing';
import {registerConnector} from '../../src/connectors/connector-registry.js';
import type {LinkCall} from '../../src/connectors/connector-registry.js';
import {loadWay} from '../../src/connectors/find-connector.js';
import {exoProvider} from '../../src/connectors/exo/exo-provider.js';
import type {ExoProvider} from '../../src/connectors/exo/exo-provider.js';
import type {ExoContext} from '../../src/connectors/exo/exo-context.js';
import {WayFinder} from '../../src/connectors/way-finder.js';
import {systemClock} from '../../src/util/clock.js';

const CALL: LinkCall = {user: 'alice', userName: 'Alice', callee: 'bob', calleeName: 'Bob Chen', media: 'video', account: ''};
const currentUser = {id: 'alice', title: 'Alice'};
let names = 0;

const own = (rest: Partial<ExoProvider>): ExoProvider => {
  const type = `exo${++names}`;
  return {getType: () => type, getSupportedTypes: () => [type], getTitle: () => `eXo ${names}`, ...rest};
};

/** A button as providers make it: what was pressed is noted. */
const made = (pressed: string[]) => (context: ExoContext) => {
  const button = document.createElement('a');
  button.addEventListener('click', () => pressed.push(context.userId ?? ''));
  return button;
};

/** Registers it and says which way to call bob it is, if it is one. */
const offered = async (provider: ExoProvider, clock = systemClock) => {
  registerConnector(...exoProvider(provider, {currentUser}));
  const ways = [{name: provider.getType(), title: '', url: undefined, needsAccount: false}];
  const finder = new WayFinder({ways, call: CALL, accounts: async () => [], clock, changed: () => undefined});
  await waitUntil(() => finder.isDone, undefined, {timeout: 10_000});
  const link = finder.ways[0]?.link;
  return link && 'open' in link.to ? () => 'open' in link.to && link.to.open(link.call) : undefined;
};

describe('a provider of eXo Web Conferencing', () => {
  const shapes: [string, (pressed: string[]) => Partial<ExoProvider>][] = [
    ['1.x: a jQuery object', (pressed) => ({callButton: async (context) => ({0: made(pressed)(context), length: 1, jquery: '3.2.1'})})],
    ['2.1: an element', (pressed) => ({callButton: async (context) => made(pressed)(context)})],
    ['today: an array of elements', (pressed) => ({callButton: async (context) => [made(pressed)(context)]})],
    ['today: an array of Vue components', (pressed) => ({callButton: async (context) => [{$el: made(pressed)(context)}]})],
    ['no promise at all', (pressed) => ({callButton: made(pressed)})],
  ];
  for (const [shape, rest] of shapes) {
    it(`is a way to call, whatever its button is: ${shape}`, async () => {
      const pressed: string[] = [];
      const open = await offered(own(rest(pressed)));
      open?.();
      expect(pressed).to.deep.equal(['bob']);
    });
  }

  it('may be of a class, of which eXo itself finds no method', async () => {
    const pressed: string[] = [];
    class Provider implements ExoProvider {
      getType = () => 'exo-class';
      getTitle(): string {
        return 'Of a class';
      }
      async callButton(context: ExoContext): Promise<HTMLElement> {
        return made(pressed)(context);
      }
    }
    (await offered(new Provider()))?.();
    expect(pressed).to.deep.equal(['bob']);
  });

  it('is initialized once, ahead of its first button, and told of it', async () => {
    const told: string[] = [];
    const provider = own({
      init: async ({currentUser: {id}}) => told.push(`init ${id}`),
      callButton: async (context) => {
        const {title, firstName} = await context.details();
        told.push(`button ${title} ${firstName} ${context.isGroup}`);
        return document.createElement('a');
      },
    });
    await offered(provider);
    await offered(provider);
    expect(told).to.deep.equal(['init alice', 'button Bob Chen Bob false', 'button Bob Chen Bob false']);
    expect(provider.isInitialized).to.equal(true);
  });

  it('is not offered when it rejects, fails, makes nothing, or never answers', async () => {
    const now = {...systemClock, after: (_ms: number, fn: () => void) => systemClock.after(50, fn)};
    for (const rest of [
      {init: () => Promise.reject(new Error('not supported'))},
      {init: () => new Promise(() => undefined)},
      {callButton: () => Promise.reject(new Error('Group calls not supported'))},
      {callButton: () => new Promise(() => undefined)},
      {callButton: async () => []},
      {callButton: async () => undefined},
      {
        callButton: () => {
          throw new Error('by intention');
        },
      },
    ]) {
      expect(await offered(own({callButton: async () => document.createElement('a'), ...rest}), now)).to.equal(undefined);
    }
  });

  it('is tried again after its init failed', async () => {
    let attempts = 0;
    const provider = own({
      init: async () => {
        attempts += 1;
        if (attempts === 1) throw new Error('by intention');
      },
      callButton: async () => document.createElement('a'),
    });
    const [name] = exoProvider(provider, {currentUser});
    registerConnector(...exoProvider(provider, {currentUser}));
    const way = await loadWay(name);
    const prepare = 'prepare' in way ? way.prepare : undefined;
    await prepare?.(CALL).catch(() => undefined);
    expect(await prepare?.(CALL)).to.be.a('function');
  });

  it('may have no button but the address of a page, promised or not', async () => {
    for (const getCallUrl of [(id: string) => `https://meet.example/${id}`, async (id: string) => `https://meet.example/${id}`]) {
      const open = await offered(own({getCallId: async () => 'p_alice-bob', getCallUrl}));
      expect(open).to.be.a('function');
    }
  });

  it('tells its providers of the callee’s account', async () => {
    const provider = own({});
    let accounts: unknown;
    provider.callButton = async (context) => {
      accounts = (await context.details())['imAccounts'];
      return document.createElement('a');
    };
    const [name, load] = exoProvider(provider, {currentUser, account: {title: 'Account'}});
    const way = await load();
    if ('prepare' in way) await way.prepare({...CALL, account: 'bob@im'});
    expect(accounts).to.deep.equal({[name]: [{type: name, id: 'bob@im'}]});
  });
});
