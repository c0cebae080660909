import {expect} from '@open-wc/testing';
import {listDevices} from '../../src/media/list-devices.js';
import {createLocalMedia} from '../../src/media/local-media.js';
import type {CallSettings} from '../../src/types/call-settings.js';
import {createFakeClock} from '../helpers/fake-clock.js';
import {FakeDevices, missing, refusal, taken} from './fake-devices.js';
import {setup} from './media-setup.js';

const MICS = ['audioinput:built-in', 'audioinput:usb'];
const CAMERAS = ['videoinput:front', 'videoinput:back'];
const {advance} = createFakeClock();
/** All that is under way without a device, a person or a clock. */
const settle = () => advance(0);

/** A call is on, with two microphones and two cameras plugged in. */
const inCall = async (remembered: Partial<CallSettings> = {}) => {
  const devices = new FakeDevices();
  devices.present = [...MICS, ...CAMERAS];
  const call = setup(remembered, devices);
  await call.media.open({mic: true, camera: true});
  const used = (kind: 'mic' | 'camera') => call.media.tracks[kind]?.getSettings().deviceId;
  return {...call, devices, used};
};

/** As on many phones: one camera at a time, and no second one before the first is let go. */
const oneAtATime = (devices: FakeDevices): void => {
  devices.answer = (constraints) =>
    devices.tracks.some(({kind, readyState}) => kind === 'video' && readyState === 'live')
      ? Promise.reject(taken())
      : devices.give(constraints);
};

describe('choosing devices', () => {
  for (const [kind, id] of [['mic', 'usb'], ['camera', 'back']] as const) {
    it(`takes another ${kind} in mid-call without a moment of none, and remembers it`, async () => {
      const {media, devices, used, saved, seen, troubles} = await inCall();
      const old = media.tracks[kind]!;
      const {waiting} = devices.hold();
      const chosen = media.use(kind, id);
      await settle();
      expect([media.tracks[kind], old.readyState, saved.length]).to.deep.equal([old, 'live', 0]);
      const said = seen.length;
      waiting[0]!();
      await chosen;
      expect(used(kind)).to.equal(id);
      expect(old.readyState).to.equal('ended');
      expect(seen.slice(said)).to.deep.equal(['on on off']);
      expect(saved).to.deep.equal([{[`${kind}Id`]: id}]);
      expect(media.preview.getTracks()).to.deep.equal([media.tracks.camera]);
      expect([devices.live, devices.heard, troubles.length]).to.deep.equal([2, 2, 0]);
      media.close();
      expect(devices.live).to.equal(0);
    });
  }

  it('asks for exactly that one', async () => {
    const {media, devices} = await inCall();
    await media.use('mic', 'usb');
    expect(devices.constraints.at(-1)).to.have.nested.property('audio.deviceId').deep.equal({exact: 'usb'});
    expect(devices.constraints.at(-1)).not.to.have.property('video');
    media.close();
  });

  const FAILURES = [
    ['is gone', missing, 'no-camera'],
    ['was refused', refusal, 'camera-denied'],
    ['is taken by another program', taken, 'device-busy'],
  ] as const;
  for (const [what, error, code] of FAILURES) {
    it(`keeps the old camera, says why, and remembers nothing, when the new one ${what}`, async () => {
      const {media, devices, used, saved, troubles} = await inCall();
      devices.answer = (constraints) =>
        typeof constraints.video === 'object' && constraints.video.deviceId
          ? Promise.reject(error())
          : devices.give(constraints);
      await media.use('camera', 'back');
      expect([used('camera'), media.states.camera]).to.deep.equal(['front', 'on']);
      expect([troubles, saved]).to.deep.equal([[code], []]);
      expect(devices.live).to.equal(2);
      media.close();
      expect(devices.live).to.equal(0);
    });
  }

  it('lets go of the old camera first where only one can be open', async () => {
    const {media, devices, used, saved, troubles} = await inCall();
    oneAtATime(devices);
    await media.use('camera', 'back');
    expect([used('camera'), media.states.camera]).to.deep.equal(['back', 'on']);
    expect([troubles, saved]).to.deep.equal([[], [{cameraId: 'back'}]]);
    expect(devices.live).to.equal(2);
    media.close();
  });

  it('only remembers a choice for what is off, and uses it when it is switched on', async () => {
    const {media, devices, used, saved} = await inCall();
    await media.set('camera', false);
    await media.set('mic', false);
    const asked = devices.asked.length;
    await media.use('camera', 'back');
    await media.use('mic', 'usb');
    expect(devices.asked).to.have.length(asked);
    expect(saved.slice(-2)).to.deep.equal([{cameraId: 'back'}, {micId: 'usb'}]);
    expect(devices.live).to.equal(0);
    await media.set('camera', true);
    await media.set('mic', true);
    expect([used('camera'), used('mic')]).to.deep.equal(['back', 'usb']);
    media.close();
  });

  it('opens what was chosen while it rang', async () => {
    const devices = new FakeDevices();
    devices.present = [...MICS, ...CAMERAS];
    const {media} = setup({}, devices);
    media.prepare();
    await settle();
    await media.use('mic', 'usb');
    await media.open({mic: true, camera: false});
    expect(media.tracks.mic!.getSettings().deviceId).to.equal('usb');
    media.close();
  });

  it('uses the remembered ones in the next call', async () => {
    const {media, store, devices} = await inCall();
    await media.use('mic', 'usb');
    media.close();
    const next = createLocalMedia({settings: store, devices, listener: {changed: () => {}, trouble: () => {}}});
    await next.open({mic: true, camera: true});
    expect(next.tracks.mic!.getSettings().deviceId).to.equal('usb');
    next.close();
  });

  it('heeds the last of several choices, and opens none that was already overtaken', async () => {
    const {media, devices, used, saved} = await inCall();
    devices.present = [...MICS, 'audioinput:third', ...CAMERAS];
    const asked = devices.asked.length;
    await Promise.all([media.use('mic', 'usb'), media.use('mic', 'third'), media.use('camera', 'back')]);
    expect([used('mic'), used('camera')]).to.deep.equal(['third', 'back']);
    expect(devices.asked.slice(asked)).to.deep.equal(['mic', 'camera']);
    expect(saved).to.deep.equal([{micId: 'third'}, {cameraId: 'back'}]);
    media.close();
  });

  for (const kind of ['mic', 'camera'] as const) {
    it(`does not send a new ${kind} that arrives after it was switched off`, async () => {
      const {media, devices} = await inCall();
      const {waiting} = devices.hold();
      const chosen = media.use(kind, kind === 'mic' ? 'usb' : 'back');
      await settle();
      await media.set(kind, false);
      waiting[0]!();
      await chosen;
      expect(media.states[kind]).to.equal('off');
      expect(devices.live).to.equal(1);
      media.close();
      expect([devices.live, devices.heard]).to.deep.equal([0, 0]);
    });
  }

  it('takes the new one when the old one is pulled out meanwhile, and holds no third', async () => {
    const {media, devices, used} = await inCall();
    const {waiting} = devices.hold();
    const chosen = media.use('mic', 'usb');
    await settle();
    devices.unplug(media.tracks.mic);
    await settle();
    for (const answer of waiting) answer();
    await chosen;
    await settle();
    expect([used('mic'), media.states.mic]).to.deep.equal(['usb', 'on']);
    expect([devices.live, devices.heard]).to.deep.equal([2, 2]);
    media.close();
  });

  it('stops what arrives after the call', async () => {
    const {media, devices, troubles, seen} = await inCall();
    const {waiting} = devices.hold();
    const chosen = media.use('camera', 'back');
    await settle();
    media.close();
    const said = seen.length;
    waiting[0]!();
    await chosen;
    expect([devices.live, seen.length, troubles.length]).to.deep.equal([0, said, 0]);
  });

  it('only remembers after the call', async () => {
    const {media, devices, saved} = await inCall();
    media.close();
    const asked = devices.asked.length;
    await media.use('mic', 'usb');
    expect(devices.asked).to.have.length(asked);
    expect(saved).to.deep.equal([{micId: 'usb'}]);
  });

  describe('a preferred device', () => {
    it('is used again when it is plugged in again', async () => {
      const {media, devices, used, saved, troubles} = await inCall({micId: 'usb'});
      expect(used('mic')).to.equal('usb');
      devices.present = ['audioinput:built-in', ...CAMERAS];
      devices.unplug(media.tracks.mic);
      devices.change(...devices.present);
      await settle();
      expect([used('mic'), media.states.mic]).to.deep.equal(['built-in', 'on']);
      devices.change(...MICS, ...CAMERAS);
      await settle();
      expect(used('mic')).to.equal('usb');
      expect([troubles, saved]).to.deep.equal([['device-lost'], []]);
      expect([devices.live, devices.heard]).to.deep.equal([2, 2]);
      media.close();
    });

    it('that is plugged in only during the call is used, and nothing is said when it cannot be', async () => {
      const devices = new FakeDevices();
      devices.present = ['audioinput:built-in', 'videoinput:front'];
      const {media, troubles} = setup({micId: 'usb', cameraId: 'back'}, devices);
      await media.open({mic: true, camera: true});
      devices.answer = (constraints) => (constraints.video ? Promise.reject(missing()) : devices.give(constraints));
      devices.change(...MICS, ...CAMERAS);
      await settle();
      expect(media.tracks.mic!.getSettings().deviceId).to.equal('usb');
      expect(media.tracks.camera!.getSettings().deviceId).to.equal('front');
      expect(troubles).to.deep.equal([]);
      media.close();
    });

    it('does not open by itself while it is muted, but is what the next press opens', async () => {
      const {media, devices, used} = await inCall({micId: 'headset'});
      expect(used('mic')).to.equal('built-in');
      await media.set('mic', false);
      const asked = devices.asked.length;
      devices.change(...MICS, 'audioinput:headset', ...CAMERAS);
      await settle();
      expect(devices.asked).to.have.length(asked);
      await media.set('mic', true);
      expect(used('mic')).to.equal('headset');
      media.close();
    });

    it('leaves alone what is in use when something else is plugged in', async () => {
      const {media, devices} = await inCall({micId: 'usb'});
      const {mic, camera} = media.tracks;
      const asked = devices.asked.length;
      devices.change(...MICS, 'audioinput:third', ...CAMERAS);
      await settle();
      expect([media.tracks.mic, media.tracks.camera]).to.deep.equal([mic, camera]);
      expect(devices.asked).to.have.length(asked);
      media.close();
    });
  });

  describe('what there is to choose among', () => {
    const names = async (present: readonly string[], chosen = {mic: '', camera: '', speaker: '', ringer: ''}) => {
      const devices = new FakeDevices();
      devices.present = present;
      const list = await listDevices(chosen, devices);
      return list.map(({kind, id, label, chosen: is}) => `${kind} ${id} ${label}${is ? ' *' : ''}`);
    };

    it('is in the order of the switches, with names, and one of each kind is chosen', async () => {
      expect(await names([...CAMERAS, ...MICS], {mic: 'usb', camera: 'gone', speaker: '', ringer: ''})).to.deep.equal([
        'mic built-in The built-in one',
        'mic usb The usb one *',
        'camera front The front one *',
        'camera back The back one',
      ]);
    });

    it('has speakers only where one can be chosen', async () => {
      const {prototype} = HTMLMediaElement;
      const own = Object.getOwnPropertyDescriptor(prototype, 'setSinkId');
      Object.defineProperty(prototype, 'setSinkId', {configurable: true, value: async () => undefined});
      expect(await names(['audiooutput:desk'])).to.deep.equal(['speaker desk The desk one *']);
      expect(await names(['audiooutput:desk', 'audiooutput:headset'])).to.deep.equal([
        'speaker desk The desk one *',
        'speaker headset The headset one',
        'ringer   *',
        'ringer desk The desk one',
        'ringer headset The headset one',
      ]);
      delete (prototype as Partial<HTMLMediaElement>).setSinkId;
      expect(await names(['audiooutput:desk'])).to.deep.equal([]);
      if (own) Object.defineProperty(prototype, 'setSinkId', own);
    });

    it('is nothing where devices cannot be listed', async () => {
      const devices = new FakeDevices();
      devices.enumerateDevices = () => Promise.reject(new DOMException('', 'NotAllowedError'));
      expect(await listDevices({mic: '', camera: '', speaker: '', ringer: ''}, devices)).to.deep.equal([]);
    });
  });

  it("does this with the browser's own devices too", async () => {
    const {store} = setup();
    const media = createLocalMedia({settings: store, listener: {changed: () => {}, trouble: () => {}}});
    await media.open({mic: true, camera: true});
    const list = await listDevices({mic: '', camera: '', speaker: '', ringer: ''});
    for (const kind of ['mic', 'camera'] as const) {
      const other = list.findLast((device) => device.kind === kind)!.id;
      await media.use(kind, other);
      expect(media.tracks[kind]!.getSettings().deviceId).to.equal(other);
      expect(media.tracks[kind]!.readyState).to.equal('live');
    }
    media.close();
  });
});
