import {elementUpdated, expect, fixture, html} from '@open-wc/testing';
import {spy} from 'sinon';
import {CallConfigElement} from '../../src/elements/call-config/call-config.js';
import {CallProviderElement} from '../../src/elements/call-provider/call-provider.js';
import {define} from '../../src/util/define.js';
import {withinCall} from '../helpers/within-call.js';

define('call-provider', CallProviderElement);
define('call-config', CallConfigElement);

const setup = async () => {
  const element = await fixture<CallProviderElement>(html`
    <call-provider ring-timeout="20"></call-provider>
  `);
  return {element, controller: element.controller!};
};

describe('<call-provider>', () => {
  it('is accessible, and configures a controller of its own', async () => {
    const {element, controller} = await setup();
    await expect(element).to.be.accessible();
    expect(controller.configuration.ringTimeout).to.equal(20);
    const other = await setup();
    expect(other.controller).not.to.equal(controller);
    expect(element).to.have.attribute('state', 'off');
  });

  it('is what the elements inside it find', async () => {
    const {element, controller} = await setup();
    const config = document.createElement('call-config');
    config.ringTimeout = 30;
    element.append(config);
    await elementUpdated(config);
    expect(controller.configuration.ringTimeout).to.equal(30);
  });

  it('keeps its controller when it is moved', async () => {
    const {element, controller} = await setup();
    const dispose = spy(controller, 'dispose');
    const elsewhere = await fixture(html`<div></div>`);
    elsewhere.append(element);
    await elementUpdated(element);
    expect(element.controller).to.equal(controller);
    expect(dispose).not.to.have.been.called;
  });

  it('lets go of its controller when it is gone, and gets a working one when it comes back', async () => {
    const {element, controller} = await setup();
    const dispose = spy(controller, 'dispose');
    const place = element.parentElement!;
    element.remove();
    await Promise.resolve();
    expect(dispose).to.have.been.calledOnce;
    expect(element.controller).to.equal(undefined);
    place.append(element);
    await elementUpdated(element);
    const next = element.controller!;
    expect(next).not.to.equal(controller);
    expect(next.configuration.ringTimeout).to.equal(20);
    const config = document.createElement('call-config');
    config.ringTimeout = 30;
    element.append(config);
    await elementUpdated(config);
    expect(next.configuration.ringTimeout).to.equal(30);
  });

  it('takes over what it encloses when it is defined after it', async () => {
    const {parent: place} = await withinCall(html`<p></p>`);
    const late = document.createElement('call-provider-late');
    const config = document.createElement('call-config');
    config.ringTimeout = 30;
    late.append(config);
    place.append(late);
    await elementUpdated(config);
    customElements.define('call-provider-late', class extends CallProviderElement {});
    await elementUpdated(config);
    expect((late as CallProviderElement).controller!.configuration.ringTimeout).to.equal(30);
  });
});
