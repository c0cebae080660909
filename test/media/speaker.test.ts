import {expect} from '@open-wc/testing';
import {createSpeaker} from '../../src/media/speaker.js';
import {createFakeClock} from '../helpers/fake-clock.js';
import {FakeDevices} from './fake-devices.js';

const {advance} = createFakeClock();
const settle = () => advance(0);

/** Something that sounds, and notes where it was sent. */
const createSink = () => {
  const sent: string[] = [];
  const audio = new Audio();
  let sinkId = '';
  Object.defineProperties(audio, {
    sinkId: {get: () => sinkId},
    setSinkId: {
      value: async (id: string) => {
        sinkId = id;
        sent.push(id);
      },
    },
  });
  return {audio, sent};
};

const setup = async (chosen: string, ...present: string[]) => {
  const devices = new FakeDevices();
  devices.present = present;
  const choice = {id: chosen};
  const stop = new AbortController();
  const {audio, sent} = createSink();
  const speaker = createSpeaker(async () => choice.id, devices);
  speaker.route(audio, stop.signal);
  await settle();
  return {devices, choice, stop, sent, speaker};
};

describe('the chosen loudspeaker', () => {
  it('is left alone where nobody chose one', async () => {
    const {sent} = await setup('', 'audiooutput:desk');
    expect(sent).to.deep.equal([]);
  });

  it('is used at once, and so is another one', async () => {
    const {sent, choice, speaker} = await setup('headset', 'audiooutput:desk', 'audiooutput:headset');
    choice.id = 'desk';
    speaker.changed();
    await settle();
    choice.id = '';
    speaker.changed();
    await settle();
    expect(sent).to.deep.equal(['headset', 'desk', '']);
  });

  it('gives way to the system’s own while it is unplugged, and is used again afterwards', async () => {
    const {sent, devices} = await setup('headset', 'audiooutput:desk', 'audiooutput:headset');
    devices.change('audiooutput:desk');
    await settle();
    devices.change('audiooutput:desk', 'audiooutput:headset');
    await settle();
    expect(sent).to.deep.equal(['headset', '', 'headset']);
  });

  it('is not asked for when it was left at home', async () => {
    const {sent} = await setup('headset', 'audiooutput:desk');
    expect(sent).to.deep.equal([]);
  });

  it('is forgotten with the sound', async () => {
    const {sent, stop, devices, choice, speaker} = await setup('headset', 'audiooutput:desk', 'audiooutput:headset');
    stop.abort();
    choice.id = 'desk';
    speaker.changed();
    devices.change('audiooutput:desk');
    await settle();
    expect(sent).to.deep.equal(['headset']);
    expect(devices.listeners.size).to.equal(0);
  });
});
