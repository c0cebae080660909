import {expect} from '@open-wc/testing';
import {createLocalMedia} from '../../src/media/local-media.js';
import type {CallErrorCode} from '../../src/types/call-error.js';
import type {MediaKind} from '../../src/types/media.js';
import {createFakeClock} from '../helpers/fake-clock.js';
import {FakeDevices, missing, refusal, taken} from './fake-devices.js';
import {rejected, setup} from './media-setup.js';

const VIDEO_CALL = {mic: true, camera: true};
const {advance} = createFakeClock();
/** All that is under way without a device, a person or a clock. */
const settle = () => advance(0);

/** Puts `value` in the place of a property until the test is over. */
const replaced: (() => void)[] = [];
const replace = (object: object, name: string, value: unknown): void => {
  const own = Object.getOwnPropertyDescriptor(object, name);
  Object.defineProperty(object, name, {configurable: true, value});
  replaced.push(() => (own ? Object.defineProperty(object, name, own) : delete (object as Record<string, unknown>)[name]));
};

/** What the browser says of the person's decisions; a kind that is not named is not known. */
const permit = (states: {microphone?: PermissionState; camera?: PermissionState}): void => {
  const query = async ({name}: {name: 'microphone' | 'camera'}) => {
    if (!states[name]) throw new TypeError('not a permission');
    return {state: states[name]};
  };
  replace(navigator, 'permissions', {query});
};

describe('local media', () => {
  afterEach(() => {
    for (const undo of replaced.splice(0).reverse()) undo();
  });

  describe('opening', () => {
    it('asks once for both, and says pending meanwhile', async () => {
      const {media, devices, seen, sent} = setup();
      await media.open(VIDEO_CALL);
      expect(devices.asked).to.deep.equal(['mic camera']);
      expect(seen).to.deep.equal(['pending off off', 'pending pending off', 'on pending off', 'on on off']);
      expect(sent()).to.equal('mic camera');
      expect(media.preview.getTracks()).to.deep.equal([media.tracks.camera]);
      media.close();
    });

    it('opens nothing before it is told to', async () => {
      const {devices, media} = setup();
      await settle();
      expect(devices.asked).to.deep.equal([]);
      expect(devices.listeners.size).to.equal(0);
      media.close();
    });

    it('never asks for a camera that is remembered as off', async () => {
      const {media, devices} = setup({camera: false});
      await media.open(VIDEO_CALL);
      expect(devices.asked).to.deep.equal(['mic']);
      expect(media.states).to.deep.equal({mic: 'on', camera: 'off', screen: 'off'});
      media.close();
    });

    it('never opens a microphone that is remembered as off, until it is switched on', async () => {
      const {media, devices} = setup({mic: false, camera: false});
      await media.open(VIDEO_CALL);
      expect(devices.asked).to.deep.equal([]);
      expect(media.states.mic).to.equal('off');
      await media.set('mic', true);
      expect(devices.asked).to.deep.equal(['mic']);
      expect(media.states.mic).to.equal('on');
      media.close();
    });

    it('asks for no camera in an audio call, and lets one join later', async () => {
      const {media, devices, sent} = setup();
      await media.open({mic: true, camera: false});
      await media.set('camera', true);
      expect(devices.asked).to.deep.equal(['mic', 'camera']);
      expect(sent()).to.equal('mic camera');
      media.close();
    });

    it('prefers the remembered devices without demanding them', async () => {
      const {media, devices} = setup({micId: 'usb-mic', cameraId: 'usb-camera'});
      await media.open(VIDEO_CALL);
      expect(devices.constraints[0]).to.have.nested.property('audio.deviceId').deep.equal({ideal: 'usb-mic'});
      expect(devices.constraints[0]).to.have.nested.property('video.deviceId').deep.equal({ideal: 'usb-camera'});
      media.close();
    });

    it('heeds what was pressed while the settings were being read', async () => {
      const {media, devices} = setup();
      const opened = media.open(VIDEO_CALL);
      await media.set('camera', false);
      await opened;
      expect(devices.asked).to.deep.equal(['mic']);
      media.close();
    });

    it('may be told twice', async () => {
      const {media, devices} = setup();
      await Promise.all([media.open(VIDEO_CALL), media.open(VIDEO_CALL)]);
      expect(devices.asked).to.deep.equal(['mic camera']);
      expect(devices.listeners.size).to.equal(1);
      media.close();
    });
  });

  describe('devices that are missing or taken', () => {
    type Failure = {mic?: DOMException; camera?: DOMException; both?: DOMException};
    const failing = ({mic, camera, both}: Failure) => {
      const devices = new FakeDevices();
      devices.answer = (constraints) => {
        const error = constraints.audio && constraints.video ? (both ?? camera ?? mic) : constraints.audio ? mic : camera;
        return error ? Promise.reject(error) : devices.give(constraints);
      };
      return devices;
    };
    const overconstrained = () => new DOMException('', 'OverconstrainedError');
    const aborted = () => new DOMException('', 'AbortError');

    const CASES: readonly [what: string, failure: Failure, states: string, troubles: CallErrorCode[]][] = [
      ['no camera', {camera: missing()}, 'on unavailable', ['no-camera']],
      ['no microphone', {mic: missing()}, 'unavailable on', ['no-mic']],
      ['neither: the person can still listen', {mic: missing(), camera: missing()}, 'unavailable unavailable', ['no-camera', 'no-mic']],
      ['a camera in use elsewhere', {camera: taken()}, 'on unavailable', ['device-busy']],
      ['a microphone in use elsewhere', {mic: taken()}, 'unavailable on', ['device-busy']],
      ['a camera that cannot do it', {camera: overconstrained()}, 'on unavailable', ['no-camera']],
      ['a camera that gives up', {camera: aborted()}, 'on unavailable', ['device-busy']],
      ['both together, each alone works', {both: aborted()}, 'on on', []],
    ];

    for (const [what, failure, states, expected] of CASES) {
      it(`goes on with what there is: ${what}`, async () => {
        const {media, troubles} = setup({}, failing(failure));
        await media.open(VIDEO_CALL);
        expect(`${media.states.mic} ${media.states.camera}`).to.equal(states);
        expect(troubles).to.deep.equal(expected);
        media.close();
      });
    }

    it('tries again when pressed, and says why not', async () => {
      const {media, devices, troubles} = setup({}, failing({camera: taken()}));
      await media.open(VIDEO_CALL);
      expect(await rejected(media.set('camera', true))).to.equal('device-busy');
      expect(media.states.camera).to.equal('unavailable');
      devices.answer = (constraints) => devices.give(constraints);
      await media.set('camera', true);
      expect(media.states.camera).to.equal('on');
      expect(troubles).to.deep.equal(['device-busy']);
      media.close();
    });

    it('does not remember a camera as on that could not be on', async () => {
      const {media, saved} = setup({}, failing({camera: missing()}));
      expect(await rejected(media.set('camera', true))).to.equal('no-camera');
      expect(saved).to.deep.equal([]);
      media.close();
    });
  });

  describe('refusals', () => {
    interface Refusal {
      readonly what: string;
      readonly permissions: Parameters<typeof permit>[0];
      /** Which requests are refused. */
      readonly refuses: readonly string[];
      readonly message?: string;
      readonly rejects: CallErrorCode | 'resolved';
      readonly troubles?: readonly CallErrorCode[];
      readonly asked: readonly string[];
      readonly states: string;
    }
    const both = 'mic camera';
    const CASES: readonly Refusal[] = [
      {what: 'the camera alone, for good', permissions: {microphone: 'granted', camera: 'denied'}, refuses: [both, 'camera'], rejects: 'resolved', troubles: ['camera-denied'], asked: [both, 'mic'], states: 'on unavailable'},
      {what: 'the camera alone, the microphone not yet asked for', permissions: {microphone: 'prompt', camera: 'denied'}, refuses: [both, 'camera'], rejects: 'resolved', troubles: ['camera-denied'], asked: [both, 'mic'], states: 'on unavailable'},
      {what: 'the camera by closing its prompt', permissions: {microphone: 'granted', camera: 'prompt'}, refuses: [both, 'camera'], message: 'Permission dismissed', rejects: 'resolved', troubles: ['permission-dismissed'], asked: [both, 'mic'], states: 'on off'},
      {what: 'the microphone for good', permissions: {microphone: 'denied', camera: 'granted'}, refuses: [both, 'mic'], rejects: 'mic-denied', asked: [both], states: 'unavailable off'},
      {what: 'both for good', permissions: {microphone: 'denied', camera: 'denied'}, refuses: [both, 'mic', 'camera'], rejects: 'mic-denied', asked: [both], states: 'unavailable off'},
      {what: 'both in the one prompt, without a second one', permissions: {microphone: 'prompt', camera: 'prompt'}, refuses: [both, 'mic', 'camera'], rejects: 'mic-denied', asked: [both], states: 'unavailable off'},
      {what: 'both by closing the prompt', permissions: {microphone: 'prompt', camera: 'prompt'}, refuses: [both, 'mic', 'camera'], message: 'Permission dismissed', rejects: 'permission-dismissed', asked: [both], states: 'off off'},
      {what: 'the camera, in a browser that tells nothing', permissions: {}, refuses: [both, 'camera'], rejects: 'resolved', troubles: ['camera-denied'], asked: [both, 'mic'], states: 'on unavailable'},
      {what: 'both, in a browser that tells nothing', permissions: {}, refuses: [both, 'mic', 'camera'], rejects: 'mic-denied', asked: [both, 'mic'], states: 'unavailable unavailable'},
    ];

    for (const {what, permissions, refuses, message, rejects, troubles: expected = [], asked, states} of CASES) {
      it(`understands ${what}`, async () => {
        permit(permissions);
        const {media, devices, troubles} = setup();
        devices.answer = (constraints) =>
          refuses.includes(devices.asked.at(-1)!) ? Promise.reject(refusal(message)) : devices.give(constraints);
        expect(await rejected(media.open(VIDEO_CALL))).to.equal(rejects);
        expect(devices.asked).to.deep.equal(asked);
        expect(troubles).to.deep.equal(expected);
        expect(`${media.states.mic} ${media.states.camera}`).to.equal(states);
        media.close();
        expect(devices.live).to.equal(0);
      });
    }

    it('asks for no camera once the microphone alone was refused', async () => {
      permit({});
      const {media, devices} = setup();
      devices.answer = ({video}) => Promise.reject(video ? missing() : refusal());
      expect(await rejected(media.open(VIDEO_CALL))).to.equal('mic-denied');
      expect(devices.asked).to.deep.equal(['mic camera', 'mic']);
      media.close();
    });

    it('goes on when only the camera was asked for and refused', async () => {
      const {media, devices, troubles} = setup({mic: false});
      devices.answer = () => Promise.reject(refusal());
      await media.open(VIDEO_CALL);
      expect(troubles).to.deep.equal(['camera-denied']);
      media.close();
    });

    const POLICIES: readonly [what: string, forbidden: string[], rejects: string, asked: string[], troubles: string[]][] = [
      ['the microphone', ['microphone'], 'policy-blocked', [], []],
      ['both', ['microphone', 'camera'], 'policy-blocked', [], []],
      ['the camera', ['camera'], 'resolved', ['mic'], ['policy-blocked']],
    ];
    for (const [what, forbidden, rejects, asked, expected] of POLICIES) {
      it(`asks nobody for what the page's policy forbids: ${what}`, async () => {
        replace(document, 'permissionsPolicy', {allowsFeature: (name: string) => !forbidden.includes(name)});
        const {media, devices, troubles} = setup();
        expect(await rejected(media.open(VIDEO_CALL))).to.equal(rejects);
        expect(devices.asked).to.deep.equal(asked);
        expect(troubles).to.deep.equal(expected);
        media.close();
      });
    }

    it('reads what the frame around the page forbids', async () => {
      replace(document, 'permissionsPolicy', undefined);
      replace(document, 'featurePolicy', undefined);
      const frame = document.createElement('iframe');
      frame.allow = "fullscreen; camera 'none'";
      replace(document, 'defaultView', {frameElement: frame});
      const {media, devices, troubles} = setup();
      await media.open(VIDEO_CALL);
      expect(devices.asked).to.deep.equal(['mic']);
      expect(troubles).to.deep.equal(['policy-blocked']);
      media.close();
    });

    it('listens only where the page is not secure', async () => {
      replace(navigator, 'mediaDevices', undefined);
      const troubles: string[] = [];
      const {store} = setup();
      const media = createLocalMedia({settings: store, listener: {changed: () => {}, trouble: ({code}) => troubles.push(code)}});
      await media.open(VIDEO_CALL);
      expect(media.states).to.deep.equal({mic: 'unavailable', camera: 'unavailable', screen: 'unavailable'});
      expect(troubles).to.deep.equal(['insecure-context']);
      for (const kind of ['mic', 'camera', 'screen'] as const) {
        expect(await rejected(media.set(kind, true))).to.equal('insecure-context');
      }
      media.close();
    });
  });

  describe('switching', () => {
    it('mutes by sending nothing while the microphone stays open, for a quick return', async () => {
      const {media, devices, saved, sent} = setup();
      await media.open(VIDEO_CALL);
      const mic = media.tracks.mic!;
      await media.set('mic', false);
      expect(sent()).to.equal('camera');
      expect(media.states.mic).to.equal('off');
      expect([mic.readyState, mic.enabled]).to.deep.equal(['live', false]);
      await media.set('mic', true);
      expect(media.tracks.mic).to.equal(mic);
      expect(mic.enabled).to.equal(true);
      expect(devices.asked).to.have.length(1);
      expect(saved).to.deep.equal([{mic: false}, {mic: true}]);
      media.close();
    });

    it('releases the camera when it is off, and opens it anew', async () => {
      const {media, devices, saved, sent} = setup();
      await media.open(VIDEO_CALL);
      const camera = media.tracks.camera!;
      await media.set('camera', false);
      expect(camera.readyState).to.equal('ended');
      expect(sent()).to.equal('mic');
      expect(media.preview.getTracks()).to.deep.equal([]);
      const {waiting} = devices.hold();
      const back = media.set('camera', true);
      expect(media.states.camera).to.equal('pending');
      await settle();
      waiting[0]!();
      await back;
      expect(media.states.camera).to.equal('on');
      expect(media.preview.getTracks()).to.deep.equal([media.tracks.camera]);
      expect(saved).to.deep.equal([{camera: false}, {camera: true}]);
      media.close();
    });

    for (const kind of ['mic', 'camera'] as const) {
      it(`stops a ${kind} that arrives after it was switched off again`, async () => {
        const {media, devices, saved} = setup();
        const {waiting} = devices.hold();
        const on = media.set(kind, true);
        await settle();
        await media.set(kind, false);
        expect(media.states[kind]).to.equal('off');
        waiting[0]!();
        await on;
        expect(devices.live).to.equal(0);
        expect(media.states[kind]).to.equal('off');
        expect(saved).to.deep.equal([{[kind]: false}]);
        media.close();
      });

      it(`asks once for a ${kind} however often it is pressed, and heeds the last press`, async () => {
        const {media, devices} = setup();
        const {waiting} = devices.hold();
        const presses = [true, false, true, false, true].map((on) => media.set(kind, on));
        await settle();
        expect(waiting).to.have.length(1);
        waiting[0]!();
        await Promise.all(presses);
        expect(media.states[kind]).to.equal('on');
        expect(devices.live).to.equal(1);
        media.close();
      });
    }

    it('swallows a refusal of what is no longer wanted', async () => {
      const {media, devices} = setup();
      let refuse = (_: Error): void => {};
      devices.answer = () => new Promise((_, reject) => (refuse = reject));
      const on = media.set('camera', true);
      await settle();
      await media.set('camera', false);
      refuse(refusal());
      expect(await rejected(on)).to.equal('resolved');
      expect(media.states.camera).to.equal('off');
      media.close();
    });

    it('heeds a press while both are being opened', async () => {
      const {media, devices, sent} = setup();
      const {waiting} = devices.hold();
      const opened = media.open(VIDEO_CALL);
      await settle();
      await media.set('camera', false);
      waiting[0]!();
      await opened;
      expect(sent()).to.equal('mic');
      expect(devices.live).to.equal(1);
      media.close();
    });

    it('cares nothing for settings that cannot be saved', async () => {
      const {media, store} = setup();
      store.save = () => Promise.reject(new Error('disk full'));
      await media.set('mic', true);
      await media.set('mic', false);
      expect(media.states.mic).to.equal('off');
      media.close();
    });

    it('settles a press that a listener answers with another press', async () => {
      const devices = new FakeDevices();
      const {store} = setup();
      let presses = 0;
      const media = createLocalMedia({
        settings: store,
        devices,
        listener: {
          trouble: () => {},
          changed: () => {
            if (media.states.camera === 'on' && presses++ === 0) void media.set('camera', false).then(() => media.set('camera', true));
          },
        },
      });
      await media.set('camera', true);
      await settle();
      expect(media.states.camera).to.equal('on');
      expect(devices.live).to.equal(1);
      media.close();
    });
  });

  describe('screen', () => {
    it('is asked for within the press, and shown until switched off', async () => {
      const {media, devices, saved, sent} = setup();
      const shared = media.set('screen', true);
      expect(devices.asked).to.deep.equal(['screen']);
      await shared;
      expect(sent()).to.equal('screen');
      expect(media.screen.getTracks()).to.deep.equal([media.tracks.screen]);
      await media.set('screen', false);
      expect(media.screen.getTracks()).to.deep.equal([]);
      expect(devices.live).to.equal(0);
      expect(saved).to.deep.equal([]);
      media.close();
    });

    it("is off when the browser's own bar stopped it", async () => {
      const {media, devices, troubles} = setup();
      await media.set('screen', true);
      devices.unplug(media.tracks.screen);
      expect(media.states.screen).to.equal('off');
      await settle();
      expect(devices.asked).to.deep.equal(['screen']);
      expect(troubles).to.deep.equal([]);
      media.close();
    });

    it('stays off when the person chooses none', async () => {
      const {media, devices} = setup();
      devices.answerScreen = () => Promise.reject(refusal());
      expect(await rejected(media.set('screen', true))).to.equal('screen-denied');
      expect(media.states.screen).to.equal('off');
      media.close();
    });

    it('is unavailable where there is none', async () => {
      const devices = new FakeDevices();
      Object.defineProperty(devices, 'getDisplayMedia', {value: undefined});
      const {media} = setup({}, devices);
      expect(media.states.screen).to.equal('unavailable');
      expect(await rejected(media.set('screen', true))).to.equal('screen-unsupported');
      media.close();
    });
  });

  describe('plugging and unplugging', () => {
    it('takes the default device when the one in use is pulled out', async () => {
      const {media, devices, troubles, seen} = setup();
      await media.open(VIDEO_CALL);
      const old = media.tracks.mic!;
      devices.unplug(old);
      expect(media.states.mic).to.equal('pending');
      expect(media.tracks.mic).to.equal(undefined);
      await settle();
      expect(media.states.mic).to.equal('on');
      expect(media.tracks.mic).not.to.equal(old);
      expect(troubles).to.deep.equal(['device-lost']);
      expect(seen.at(-1)).to.equal('on on off');
      media.close();
    });

    it('is unavailable when there is no other, and returns by itself when it is plugged in again', async () => {
      const {media, devices, troubles} = setup();
      await media.open(VIDEO_CALL);
      devices.answer = () => Promise.reject(missing());
      devices.unplug(media.tracks.camera);
      await settle();
      expect(media.states.camera).to.equal('unavailable');
      expect(troubles).to.deep.equal(['device-lost']);
      devices.change('audioinput');
      await settle();
      expect(media.states.camera).to.equal('unavailable');
      devices.answer = (constraints) => devices.give(constraints);
      devices.change('audioinput', 'videoinput');
      await settle();
      expect(media.states.camera).to.equal('on');
      media.close();
    });

    it('does not record again by itself what was switched off meanwhile', async () => {
      const {media, devices} = setup();
      await media.open(VIDEO_CALL);
      devices.answer = () => Promise.reject(missing());
      devices.unplug(media.tracks.camera);
      await settle();
      await media.set('camera', false);
      devices.answer = (constraints) => devices.give(constraints);
      devices.change('audioinput', 'videoinput');
      await settle();
      expect(media.states.camera).to.equal('off');
      expect(devices.live).to.equal(1);
      media.close();
    });

    it('offers a device that was missing from the start, without opening it', async () => {
      const devices = new FakeDevices();
      devices.answer = (constraints) => (constraints.video ? Promise.reject(missing()) : devices.give(constraints));
      const {media} = setup({}, devices);
      await media.open(VIDEO_CALL);
      devices.change('audioinput', 'videoinput');
      await settle();
      expect(media.states.camera).to.equal('off');
      expect(devices.live).to.equal(1);
      media.close();
    });

    it('does not ask again, on a mere change of devices, for what was refused', async () => {
      const {media, devices} = setup({mic: false});
      devices.answer = () => Promise.reject(refusal());
      await media.open(VIDEO_CALL);
      devices.change('audioinput', 'videoinput');
      await settle();
      expect(devices.asked).to.deep.equal(['camera']);
      expect(media.states.camera).to.equal('unavailable');
      media.close();
    });

    it('opens a muted microphone that was pulled out only when it is wanted again', async () => {
      const {media, devices, troubles} = setup({camera: false});
      await media.open(VIDEO_CALL);
      const mic = media.tracks.mic;
      await media.set('mic', false);
      devices.unplug(mic);
      await settle();
      expect(devices.asked).to.deep.equal(['mic']);
      expect(troubles).to.deep.equal([]);
      await media.set('mic', true);
      expect(media.tracks.mic).not.to.equal(mic);
      expect(media.states.mic).to.equal('on');
      media.close();
    });

    it('does not chase a device that is over on arrival', async () => {
      const {media, devices, troubles} = setup();
      devices.answer = async (constraints) => {
        const stream = await devices.give(constraints);
        for (const track of stream.getTracks()) track.stop();
        return stream;
      };
      await media.open({mic: true, camera: false});
      expect(devices.asked).to.deep.equal(['mic']);
      expect(troubles).to.deep.equal(['device-busy']);
      media.close();
    });
  });

  describe('closing', () => {
    it('stops everything, muted microphone included, and says no more', async () => {
      const {media, devices, seen} = setup();
      await media.open(VIDEO_CALL);
      await media.set('screen', true);
      await media.set('mic', false);
      const said = seen.length;
      media.close();
      media.close();
      expect(devices.live).to.equal(0);
      expect(devices.listeners.size).to.equal(0);
      expect(media.states).to.deep.equal({mic: 'off', camera: 'off', screen: 'off'});
      expect(media.preview.getTracks().length + media.screen.getTracks().length).to.equal(0);
      expect(seen).to.have.length(said);
    });

    it('stops what arrives late, and asks no more', async () => {
      const {media, devices, seen, troubles} = setup();
      const {waiting} = devices.hold();
      const opened = media.open(VIDEO_CALL);
      await settle();
      media.close();
      const said = seen.length;
      waiting[0]!();
      await opened;
      expect(devices.live).to.equal(0);
      expect(seen).to.have.length(said);
      expect(troubles).to.deep.equal([]);
    });

    it('tries no second device after a first one failed too late', async () => {
      const {media, devices, troubles} = setup();
      let fail = (_: Error): void => {};
      devices.answer = () => new Promise((_, reject) => (fail = reject));
      const opened = media.open(VIDEO_CALL);
      await settle();
      media.close();
      fail(missing());
      await opened;
      expect(devices.asked).to.deep.equal(['mic camera']);
      expect(troubles).to.deep.equal([]);
    });

    it('stops a screen that was chosen too late', async () => {
      const {media, devices} = setup();
      let choose = (): void => {};
      devices.answerScreen = () => new Promise((resolve) => (choose = () => resolve(devices.give({video: true}))));
      const shared = media.set('screen', true);
      media.close();
      choose();
      await shared;
      expect(devices.live).to.equal(0);
    });

    it('is for good', async () => {
      const {media, devices, saved} = setup();
      media.close();
      await media.open(VIDEO_CALL);
      for (const kind of ['mic', 'camera', 'screen'] satisfies MediaKind[]) await media.set(kind, true);
      expect(devices.asked).to.deep.equal([]);
      expect(devices.listeners.size).to.equal(0);
      expect(saved).to.deep.equal([]);
    });

    it('leaves no live track and no listener after ten calls', async () => {
      const devices = new FakeDevices();
      for (let round = 0; round < 10; round += 1) {
        const {media} = setup({}, devices);
        await media.open(VIDEO_CALL);
        await media.set('camera', false);
        await media.set('screen', true);
        void media.set('camera', true);
        devices.unplug(media.tracks.mic);
        media.close();
        await settle();
      }
      expect(devices.tracks.length).to.be.greaterThan(29);
      expect(devices.live).to.equal(0);
      expect(devices.heard).to.equal(0);
      expect(devices.listeners.size).to.equal(0);
    });
  });

  it('hears a track that the browser itself ends', async () => {
    const [near, far] = [new RTCPeerConnection(), new RTCPeerConnection()];
    near.addTransceiver('video');
    await near.setLocalDescription();
    await far.setRemoteDescription(near.localDescription!);
    const {track} = far.getReceivers()[0]!;
    const {media, devices} = setup();
    devices.answerScreen = async () => new MediaStream([track]);
    await media.set('screen', true);
    const ended = new Promise((resolve) => track.addEventListener('ended', resolve));
    far.close();
    near.close();
    await ended;
    expect(media.states.screen).to.equal('off');
    media.close();
  });

  it("does all this with the browser's own devices too", async () => {
    const {store} = setup();
    const listeners = new Set<unknown>();
    const real = navigator.mediaDevices;
    replace(real, 'addEventListener', (type: string, listener: () => void) => {
      listeners.add(listener);
      MediaDevices.prototype.addEventListener.call(real, type, listener);
    });
    replace(real, 'removeEventListener', (type: string, listener: () => void) => {
      listeners.delete(listener);
      MediaDevices.prototype.removeEventListener.call(real, type, listener);
    });
    const tracks: MediaStreamTrack[] = [];
    for (let round = 0; round < 10; round += 1) {
      const media = createLocalMedia({settings: store, listener: {changed: () => {}, trouble: () => {}}});
      await media.open(VIDEO_CALL);
      expect(media.states).to.deep.equal({mic: 'on', camera: 'on', screen: 'off'});
      tracks.push(media.tracks.mic!, media.tracks.camera!);
      await media.set('camera', false);
      await media.set('camera', true);
      expect(listeners.size).to.equal(1);
      tracks.push(media.tracks.camera!);
      media.close();
    }
    expect(tracks.every(({readyState}) => readyState === 'ended')).to.equal(true);
    expect(listeners.size).to.equal(0);
  });
});
