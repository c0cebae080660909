import {expect, waitUntil} from '@open-wc/testing';
import type {DeviceChoice, DeviceKind} from '../../src/types/media.js';
import {FakeAudio} from '../media/fake-audio.js';
import {setup as setupWindow, TALK} from './window-setup.js';
import {replace, restore} from './notify-setup.js';

const device = (kind: DeviceKind, id: string, label = '', chosen = false): DeviceChoice => ({kind, id, label, chosen});

const PLUGGED = [
  device('mic', 'built-in', 'Built-in microphone', true),
  device('mic', 'usb', 'Headset'),
  device('speaker', 'desk', 'Desk', true),
  device('speaker', 'headset', 'Headset'),
  device('ringer', '', '', true),
  device('ringer', 'desk', 'Desk'),
  device('ringer', 'headset', ''),
];

/** A microphone that hears a tone, or nothing. */
const createMicrophone = (volume = 0.5) => {
  const context = new AudioContext();
  const heard = context.createMediaStreamDestination();
  const tone = context.createOscillator();
  const gain = context.createGain();
  gain.gain.value = volume;
  tone.connect(gain).connect(heard);
  tone.start();
  return {track: heard.stream.getAudioTracks()[0]!, context};
};

const setup = async (plugged: readonly DeviceChoice[] = PLUGGED, microphone?: MediaStreamTrack) => {
  const call = await setupWindow();
  call.controller.plugged = plugged;
  call.controller.streams = {...call.controller.streams, microphone};
  await call.open(TALK);
  const root = call.element.shadowRoot!;
  const popup = () => root.querySelector<HTMLElement>('#settings')!;
  const tests = () => [...popup().querySelectorAll<HTMLButtonElement>('.test')];
  const meter = () => popup().querySelector<HTMLElement>('[role="meter"]');
  const level = () => Number(meter()?.getAttribute('aria-valuenow'));
  const select = (name: string) => popup().querySelector<HTMLSelectElement>(`select[name="${name}"]`);
  const openSettings = async () => {
    call.part('settings')!.click();
    await waitUntil(() => tests().length, 'devices', {timeout: 5000});
  };
  const closeSettings = async () => {
    popup().hidePopover();
    await waitUntil(() => !tests().length, 'empty', {timeout: 5000});
  };
  return {...call, root, popup, tests, meter, level, select, openSettings, closeSettings};
};

/** A loudspeaker for tests that says where it sounds. */
const useAudio = () => {
  const audio = new FakeAudio();
  const {Context} = audio;
  const sinks: string[] = [];
  const Sinking = class extends Context {
    async setSinkId(id: string): Promise<void> {
      sinks.push(id);
    }
  };
  replace(globalThis, 'AudioContext', Sinking);
  return {audio, sinks};
};

describe('<call-window>, devices that are tried', () => {
  afterEach(restore);

  it('are accessible, with a level and without', async () => {
    const {track, context} = createMicrophone();
    const {element, controller, update, meter, openSettings} = await setup(PLUGGED, track);
    await openSettings();
    expect(meter()).to.have.attribute('aria-label', 'Microphone level');
    await expect(element).to.be.accessible();
    controller.streams = {...controller.streams, microphone: undefined};
    await update({local: {mic: 'off', camera: 'on', screen: 'off'}});
    await waitUntil(() => !meter(), 'no meter', {timeout: 5000});
    await expect(element).to.be.accessible();
    await context.close();
  });

  it('show how loud the microphone is', async function () {
    const {track, context} = createMicrophone();
    // Firefox never runs a context on a machine without a sound device.
    if (context.state !== 'running') this.skip();
    const {level, openSettings} = await setup(PLUGGED, track);
    await openSettings();
    await waitUntil(() => level() > 50, 'a level', {timeout: 5000});
    await context.close();
  });

  it('name the level above it where there is but one microphone', async () => {
    const {track, context} = createMicrophone(0);
    const {element, popup, openSettings} = await setup(PLUGGED.filter(({id}) => id !== 'usb'), track);
    await openSettings();
    expect(popup().querySelector('.name')).to.have.trimmed.text('Microphone level');
    await expect(element).to.be.accessible();
    await context.close();
  });

  it('show silence as silence', async () => {
    const {track, context} = createMicrophone(0);
    const {level, openSettings} = await setup(PLUGGED, track);
    await openSettings();
    await new Promise((turn) => requestAnimationFrame(() => requestAnimationFrame(turn)));
    expect(level()).to.equal(0);
    await context.close();
  });

  it('measure nothing before they are opened, nor after', async () => {
    const {track, context} = createMicrophone();
    const Real = AudioContext;
    const open = new Set<AudioContext>();
    replace(globalThis, 'AudioContext', class extends Real {
      constructor() {
        super();
        open.add(this);
      }
      override async close(): Promise<void> {
        open.delete(this);
        await super.close();
      }
    });
    const {element, openSettings, closeSettings, end} = await setup(PLUGGED, track);
    expect(open.size).to.equal(0);
    await openSettings();
    expect(open.size).to.equal(1);
    await closeSettings();
    expect(open.size).to.equal(0);
    await openSettings();
    expect(open.size).to.equal(1);
    element.remove();
    await waitUntil(() => open.size === 0, 'let go', {timeout: 5000});
    expect(track.readyState, 'the call’s own').to.equal('live');
    void end;
    await context.close();
  });

  it('let calls ring on another loudspeaker', async () => {
    const {controller, select, openSettings} = await setup();
    await openSettings();
    const ringer = select('ringer')!;
    expect([...ringer.options].map(({text}) => text)).to.deep.equal(['Same as calls', 'Desk', 'Speaker 2']);
    expect(ringer.value).to.equal('');
    ringer.value = 'desk';
    ringer.dispatchEvent(new Event('change', {bubbles: true}));
    expect(controller.chosen).to.deep.equal(['ringer desk']);
    await waitUntil(() => select('ringer')!.value === 'desk');
  });

  it('are heard where they are: the speaker with a chime, the ringer with the ring, once', async () => {
    const {audio, sinks} = useAudio();
    const {tests, openSettings} = await setup(PLUGGED.map((one) => ({...one, chosen: one.kind === 'ringer' ? one.id === 'headset' : one.chosen})));
    await openSettings();
    tests()[0]!.click();
    await waitUntil(() => audio.audible.length === 1, 'chime', {timeout: 5000});
    expect(audio.audible[0]!.loop).to.be.false;
    tests()[1]!.click();
    await waitUntil(() => audio.sources.length === 2 && audio.audible.length === 1, 'the ring alone', {timeout: 5000});
    expect(sinks).to.deep.equal(['desk', 'headset']);
    audio.audible[0]!.end();
    await waitUntil(() => audio.open === 0, 'closed', {timeout: 5000});
  });

  it('test the ring where calls are heard, unless it has a loudspeaker of its own', async () => {
    const {audio, sinks} = useAudio();
    const {tests, openSettings, closeSettings} = await setup();
    await openSettings();
    tests()[1]!.click();
    await waitUntil(() => audio.audible.length === 1, 'ring', {timeout: 5000});
    expect(sinks).to.deep.equal(['desk']);
    await closeSettings();
    await waitUntil(() => audio.open === 0, 'silent when closed', {timeout: 5000});
    expect(audio.audible).to.be.empty;
  });

  it('say so when nothing can be heard there', async () => {
    const {audio} = useAudio();
    replace(AudioContext.prototype, 'setSinkId', async () => Promise.reject(new DOMException('', 'NotFoundError')));
    const {element, popup, tests, openSettings} = await setup();
    await openSettings();
    tests()[0]!.click();
    await waitUntil(() => popup().textContent!.includes('No sound can be played there'), 'trouble', {timeout: 5000});
    expect(audio.open).to.equal(0);
    await expect(element).to.be.accessible();
  });
});
