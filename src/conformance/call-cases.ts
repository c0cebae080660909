import {check, checkSame} from './check.js';
import type {ConformanceSetup} from './options.js';
import {withPeople} from './people.js';
import type {ConformancePerson} from './people.js';

type Case = readonly [title: string, body: (setup: ConformanceSetup) => Promise<void>];
type Two = (alice: ConformancePerson, bob: ConformancePerson) => Promise<void>;
type Three = (alice: ConformancePerson, desk: ConformancePerson, phone: ConformancePerson) => Promise<void>;

const between = (title: string, body: Two): Case => [
  title,
  (setup) => withPeople(setup, ['alice', 'bob'], async (alice, bob) => alice && bob && body(alice, bob)),
];

const withTwoDevices = (title: string, body: Three): Case => [
  title,
  (setup) =>
    withPeople(setup, ['alice', 'bob', 'bob'], async (alice, desk, phone) => alice && desk && phone && body(alice, desk, phone)),
];

/** What whole calls ask of a connector. */
export const CALL_CASES: readonly Case[] = [
  between('answered, and hung up by the caller', async (alice, bob) => {
    await alice.calls(bob);
    check(bob.state.peer?.id === alice.user, `the caller is said to be ${bob.state.peer?.id ?? ''}`);
    await bob.answers(alice);
    checkSame(alice.state.callId, bob.state.callId, 'the call');
    await bob.is('seeing the other', ({state}) => state.remote.camera);
    void alice.controller.hangUp();
    await Promise.all([alice.endsAs('hung-up local'), bob.endsAs('hung-up remote')]);
  }),
  between('answered, and hung up by the callee', async (alice, bob) => {
    await alice.calls(bob);
    await bob.answers(alice);
    void bob.controller.hangUp();
    await Promise.all([alice.endsAs('hung-up remote'), bob.endsAs('hung-up local')]);
  }),
  between('declined', async (alice, bob) => {
    await alice.calls(bob);
    void bob.controller.decline();
    await Promise.all([alice.endsAs('declined remote'), bob.endsAs('declined local')]);
  }),
  between('cancelled', async (alice, bob) => {
    await alice.calls(bob);
    void alice.controller.hangUp();
    await Promise.all([alice.endsAs('cancelled local'), bob.endsAs('cancelled remote')]);
  }),
  between('not answered in time', async (alice, bob) => {
    alice.controller.configure({ringTimeout: 1});
    await alice.calls(bob);
    await Promise.all([alice.endsAs('no-answer system'), bob.endsAs('no-answer system')]);
  }),
  between('nobody there', async (alice, bob) => {
    await bob.controller.dispose();
    void alice.controller.start({callee: bob.user});
    await alice.endsAs('unreachable system');
  }),
  between('both press at once: one call', async (alice, bob) => {
    void alice.controller.start({callee: bob.user});
    void bob.controller.start({callee: alice.user});
    await Promise.all([alice.is('connected'), bob.is('connected')]);
    checkSame(alice.state.callId, bob.state.callId, 'the call');
  }),
  between('answered by one who gives no microphone', async (alice, bob) => {
    bob.platform.devices.mic = 'denied';
    await alice.calls(bob);
    void bob.controller.accept();
    await Promise.all([alice.endsAs('media-denied remote'), bob.endsAs('media-denied local')]);
  }),
  between('the callee’s page is left in the call', async (alice, bob) => {
    await alice.calls(bob);
    await bob.answers(alice);
    await bob.controller.dispose();
    await alice.endsAs('page-closed remote');
  }),
  between('three calls, one after the other, in both directions', async (alice, bob) => {
    for (const [caller, callee] of [[alice, bob], [bob, alice], [alice, bob]] as const) {
      await caller.calls(callee);
      await callee.answers(caller);
      void callee.controller.hangUp();
      await Promise.all([caller.endsAs('hung-up remote'), callee.endsAs('hung-up local')]);
    }
    checkSame([alice, bob].map((person) => person.told('call-ended').length), [3, 3], 'ends told');
  }),
  [
    'busy: a second caller is told, and the first call goes on',
    (setup) =>
      withPeople(setup, ['alice', 'bob', 'carol'], async (alice, bob, carol) => {
        if (!alice || !bob || !carol) return;
        await alice.calls(bob);
        await bob.answers(alice);
        void carol.controller.start({callee: bob.user});
        await carol.endsAs('busy remote');
        checkSame([alice.phase, bob.phase], ['connected', 'connected'], 'the first call');
      }),
  ],
  [
    'between people with unusual names',
    (setup) =>
      withPeople(setup, ['bob@example.org', '名前'], async (alice, bob) => {
        if (!alice || !bob) return;
        await alice.calls(bob);
        await bob.answers(alice);
        checkSame([bob.state.peer?.id, alice.state.peer?.id], [alice.user, bob.user], 'who talks');
      }),
  ],
  withTwoDevices('two devices ring, one answers, the other falls silent', async (alice, desk, phone) => {
    await Promise.all([alice.calls(desk), phone.is('incoming')]);
    await phone.answers(alice);
    await desk.endsAs('answered-elsewhere system');
    checkSame(desk.told('call-missed').length, 0, 'missed calls');
  }),
  withTwoDevices('two devices answer at once: one of them talks', async (alice, desk, phone) => {
    await Promise.all([alice.calls(desk), phone.is('incoming')]);
    void desk.controller.accept();
    void phone.controller.accept();
    await alice.is('connected');
    const settled = ({phase}: ConformancePerson): boolean => phase === 'connected' || phase === 'ended';
    await Promise.all([desk, phone].map((device) => device.is('decided', settled)));
    checkSame([desk.phase, phone.phase].sort(), ['connected', 'ended'], 'the devices');
  }),
  withTwoDevices('declined on one of two devices: over on both', async (alice, desk, phone) => {
    await Promise.all([alice.calls(desk), phone.is('incoming')]);
    void desk.controller.decline();
    await Promise.all([alice.endsAs('declined remote'), phone.endsAs('declined-elsewhere system')]);
  }),
  withTwoDevices('one of two pages is closed while it rings: the other can answer', async (alice, desk, phone) => {
    await Promise.all([alice.calls(desk), phone.is('incoming')]);
    await desk.controller.dispose();
    await phone.answers(alice);
  }),
  withTwoDevices('cancelled: both devices fall silent', async (alice, desk, phone) => {
    await Promise.all([alice.calls(desk), phone.is('incoming')]);
    void alice.controller.hangUp();
    await Promise.all([desk.endsAs('cancelled remote'), phone.endsAs('cancelled remote')]);
  }),
];
