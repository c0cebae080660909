import {expect} from '@open-wc/testing';
import {createController} from '../../src/call/create-controller.js';
import {randomId} from '../../src/util/random-id.js';
import {openFrame} from '../helpers/page-frames.js';
import type {Frame} from '../helpers/page-frames.js';
import {found, plays} from '../helpers/page-people.js';
import {stateOf} from '../helpers/state-of.js';

const CLASSIC = '/dist/cdn/call-elements.iife.js';
const MODULE = '/dist/cdn/call-elements.js';

/** Orders in which a portal, its theme and an addon may each bring their own. */
const ORDERS: Readonly<Record<string, readonly string[]>> = {
  'the classic script twice': [CLASSIC, `${CLASSIC}?again`],
  'two classic scripts, then the module': [CLASSIC, `${CLASSIC}?again`, MODULE],
  'the module, then a classic script': [MODULE, CLASSIC],
};

describe('several copies of the library on one page', () => {
  let frame: Frame;
  const user = `copies-${randomId().slice(0, 8)}`;
  const alice = createController();

  before(async () => {
    alice.configure({userId: `${user}-caller`, connector: 'local', ringtone: 'none'});
    await stateOf(alice, ({line}) => line === 'online');
  });
  after(() => alice.dispose());
  beforeEach(async () => {
    frame = await openFrame();
  });
  afterEach(async () => {
    await alice.hangUp();
    await frame.controller?.dispose();
    frame.close();
  });

  for (const [title, scripts] of Object.entries(ORDERS)) {
    it(`share one controller, ring once and answer once: ${title}`, async () => {
      const {window: page, document} = frame;
      let contexts = 0;
      const {AudioContext: Native} = page;
      page.AudioContext = class extends Native {
        constructor() {
          super();
          contexts += 1;
        }
      };
      const controllers = new Set<unknown>();
      for (const src of scripts) {
        await frame.script(src, src === MODULE ? 'module' : 'text/javascript');
        controllers.add(await found(() => frame.controller));
        if (page.CallElements) controllers.add(page.CallElements.controller);
      }
      expect(controllers.size).to.equal(1);

      let incoming = 0;
      document.addEventListener('call-incoming', () => (incoming += 1));
      frame.add('call-config', {'user-id': user, connector: 'local'});
      frame.add('incoming-call');
      frame.add('call-window', {mode: 'inline'});
      const controller = await found(() => frame.controller);
      await stateOf(controller, ({line}) => line === 'online');

      const answers = new Set<string>();
      const channel = new BroadcastChannel('call-elements/1');
      channel.onmessage = ({data}: MessageEvent<{message: {type: string; from: {user: string; endpoint: string}}}>) => {
        const {type, from} = data.message;
        if (type === 'ringing' && from.user === user) answers.add(from.endpoint);
      };
      void alice.start({callee: user});
      const answer = await frame.part('incoming-call', 'answer');
      await stateOf(alice, ({phase}) => phase === 'ringing');
      expect(incoming).to.equal(1);
      answer.click();
      await stateOf(alice, ({phase, remote}) => phase === 'connected' && remote.camera);
      await plays(await frame.part<HTMLVideoElement>('call-window', 'remote-video'));
      expect(answers.size, 'endpoints that rang').to.equal(1);
      expect(contexts, 'sounds').to.be.at.most(1);
      expect(frame.errors).to.deep.equal([]);
      channel.close();
    });
  }
});
