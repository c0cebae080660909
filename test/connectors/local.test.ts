import {expect} from '@open-wc/testing';
import {createLocalConnector} from '../../src/connectors/local/local-connector.js';
import {openPipe} from '../helpers/real-pipes.js';
import type {Pipe} from '../helpers/real-pipes.js';

describe('local: a pipe between the pages of one browser', () => {
  const pipes: Pipe[] = [];

  const open = async (user: string): Promise<Pipe> => {
    const pipe = await openPipe(createLocalConnector, {user});
    pipes.push(pipe);
    return pipe;
  };

  afterEach(async () => {
    await Promise.all(pipes.splice(0).map((pipe) => pipe.close()));
  });

  it('reaches all pages of a user, or one, and nobody else', async () => {
    const [alice, bob, desk, carol] = [await open('alice'), await open('bob'), await open('bob'), await open('carol')];
    await alice.connector.send({user: 'bob'}, {to: 'all'});
    await Promise.all([bob.gets({to: 'all'}), desk.gets({to: 'all'})]);
    await alice.connector.send({user: 'bob', endpoint: desk.endpoint}, {to: 'desk'});
    await alice.connector.send({user: 'carol'}, {to: 'carol'});
    await Promise.all([desk.gets({to: 'desk'}), carol.gets({to: 'carol'})]);
    expect(bob.messages).to.deep.equal([{to: 'all'}]);
    expect(carol.messages).to.deep.equal([{to: 'carol'}]);
    expect(alice.messages).to.deep.equal([]);
    expect(alice.statuses).to.deep.equal(['online']);
  });

  it('ignores what other scripts say on its channel', async () => {
    const bob = await open('bob');
    const other = new BroadcastChannel('call-elements/1');
    for (const noise of [undefined, null, 'hello', 42, [], {}, {to: 'bob'}, {to: {user: 'carol'}}, {to: {user: 'bob', endpoint: 5}}]) {
      other.postMessage(noise);
    }
    const alice = await open('alice');
    await alice.connector.send({user: 'bob'}, {hello: 1});
    await bob.gets({hello: 1});
    expect(bob.messages).to.deep.equal([{hello: 1}]);
    other.close();
  });

  it('is silent once it is closed, and says so to who would send', async () => {
    const [alice, bob] = [await open('alice'), await open('bob')];
    const desk = await open('bob');
    await bob.close();
    await bob.close();
    await alice.connector.send({user: 'bob'}, {hello: 1});
    await desk.gets({hello: 1});
    expect(bob.messages).to.deep.equal([]);
    const code = await bob.connector.send({user: 'alice'}, {}).then(() => 'sent', (error) => (error as {code: string}).code);
    expect(code).to.equal('signaling-lost');
  });

  it('closes when its signal says so, before or after it was opened', async () => {
    const connector = createLocalConnector((await import('../../src/types/configuration.js')).DEFAULT_CONFIGURATION);
    const self = {user: 'bob', endpoint: 'e', name: '', avatar: ''};
    const sink = {message: () => undefined, status: () => undefined};
    const early = await connector.open(self, sink, AbortSignal.abort()).then(() => 'open', () => 'refused');
    expect(early).to.equal('refused');
    const later = new AbortController();
    await connector.open(self, sink, later.signal);
    later.abort();
    const code = await connector.send({user: 'alice'}, {}).then(() => 'sent', (error) => (error as {code: string}).code);
    expect(code).to.equal('signaling-lost');
  });
});
