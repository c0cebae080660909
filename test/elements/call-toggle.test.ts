import {elementUpdated, expect, html, oneEvent, waitUntil} from '@open-wc/testing';
import {CallToggleElement} from '../../src/elements/call-toggle/call-toggle.js';
import type {CallState} from '../../src/types/call-state.js';
import {MEDIA_KINDS} from '../../src/types/media.js';
import type {DeviceState, MediaKind} from '../../src/types/media.js';
import {define} from '../../src/util/define.js';
import {BOB, withinCall} from '../helpers/within-call.js';

define('call-toggle', CallToggleElement);

const local = (state: DeviceState) => ({mic: state, camera: state, screen: state});

const setup = async (kind: MediaKind, state: Partial<CallState> = {}) => {
  const live = {phase: 'connected', callId: '1', peer: BOB, local: local('on'), ...state} as const;
  const {element, controller} = await withinCall<CallToggleElement>(html`<call-toggle kind=${kind}></call-toggle>`, live);
  await waitUntil(() => element.shadowRoot!.querySelector('button'), 'button', {timeout: 5000});
  const button = element.shadowRoot!.querySelector('button')!;
  return {element, controller, button};
};

describe('<call-toggle>', () => {
  for (const kind of MEDIA_KINDS) {
    it(`is accessible, keeps its label and says by aria-pressed whether it is on (${kind})`, async () => {
      const {element, controller, button} = await setup(kind);
      const label = button.textContent!.trim();
      for (const state of ['on', 'off', 'pending', 'unavailable'] as const) {
        controller.set({local: local(state)});
        await elementUpdated(element);
        await expect(element).to.be.accessible();
        expect(element).to.have.attribute('state', state);
        expect(button).to.have.attribute('aria-pressed', String(state === 'on'));
        expect(button).to.have.attribute('aria-busy', String(state === 'pending'));
        expect(button.textContent!.trim()).to.equal(label);
      }
    });
  }

  const presses: [DeviceState, boolean][] = [['on', false], ['off', true], ['unavailable', true]];
  for (const [state, on] of presses) {
    it(`asks for ${on ? 'on' : 'off'} when it is ${state}`, async () => {
      const {element, controller, button} = await setup('camera', {local: local(state)});
      setTimeout(() => button.click());
      const request = await oneEvent(element, 'call-toggle-request');
      expect(request.detail).to.deep.equal({callId: '1', kind: 'camera', on});
      expect(controller.handled).to.deep.equal([request]);
      expect(element.state).to.equal(state);
    });
  }

  it('asks nothing while it is turning, outside a call, or when the page prevents it', async () => {
    const {element, controller, button} = await setup('mic', {local: local('pending')});
    button.click();
    controller.set({phase: 'idle', local: local('off')});
    await elementUpdated(element);
    expect(button.disabled).to.be.true;
    button.click();
    controller.set({phase: 'connected'});
    await elementUpdated(element);
    element.addEventListener('call-toggle-request', (request) => request.preventDefault());
    button.click();
    expect(controller.handled).to.be.empty;
  });

  it('says in its tooltip why a device cannot be used', async () => {
    const trouble = {code: 'camera-denied', recoverable: true, reference: 'r'} as const;
    const {button} = await setup('camera', {local: local('unavailable'), trouble});
    await waitUntil(() => button.title.includes('The camera is blocked for this page.'), 'the words are fetched', {timeout: 5000});
    const other = await setup('mic', {local: local('unavailable'), trouble});
    expect(other.button.title).to.equal('No microphone can be used');
  });
});
