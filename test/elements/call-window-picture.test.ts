import {elementUpdated, expect, waitUntil} from '@open-wc/testing';
import {pictureApi} from '../../src/elements/call-window/document-picture.js';
import {TALK, setup} from './window-setup.js';

/** A small window that is a frame in truth: the real one needs a hand that presses. */
const smallWindow = () => {
  const frame = document.createElement('iframe');
  const requestWindow = async () => {
    frame.style.cssText = 'width: 360px; height: 400px';
    document.body.append(frame);
    const opened = frame.contentWindow as Window & typeof globalThis;
    opened.close = () => {
      opened.dispatchEvent(new Event('pagehide'));
      frame.remove();
    };
    return opened;
  };
  const before = Object.getOwnPropertyDescriptor(globalThis, 'documentPictureInPicture');
  Object.defineProperty(globalThis, 'documentPictureInPicture', {value: {requestWindow}, configurable: true});
  const restore = (): void => {
    Reflect.deleteProperty(globalThis, 'documentPictureInPicture');
    if (before) Object.defineProperty(globalThis, 'documentPictureInPicture', before);
    frame.remove();
  };
  const inside = (name: string) => {
    const place = frame.contentDocument?.body?.firstElementChild;
    return place?.shadowRoot?.querySelector<HTMLElement>(`[part="${name}"]`) ?? null;
  };
  return {frame, inside, restore};
};

describe('the small window of <call-window>', () => {
  const popped = async () => {
    const small = smallWindow();
    const made = await setup();
    await made.open(TALK);
    made.element.style.setProperty('--call-danger', 'rgb(1, 2, 3)');
    await waitUntil(() => made.part('pip'), 'the button comes while one talks', {timeout: 5000});
    made.part('pip')!.click();
    await waitUntil(() => small.inside('window'), 'it is there', {timeout: 5000});
    return {...made, small};
  };

  it('has the call with its buttons, and the page has it no more', async () => {
    const {element, controller, part, small} = await popped();
    try {
      await expect(element).to.be.accessible();
      expect(part('window')).to.equal(null);
      expect(small.inside('name')!.textContent).to.equal('Bob');
      small.inside('mic')!.click();
      expect(controller.handled.map(({type}) => type)).to.deep.equal(['call-toggle-request']);
      small.inside('hangup')!.click();
      expect(controller.handled.at(-1)!.type).to.equal('call-hangup-request');
    } finally {
      small.restore();
    }
  });

  it('looks like the page’s own', async () => {
    const {small} = await popped();
    try {
      const opened = small.frame.contentWindow!;
      const colour = opened.getComputedStyle(small.inside('hangup')!).backgroundColor;
      // Whoever has such windows knows all custom properties of an element, too.
      if ('computedStyleMap' in Element.prototype) expect(colour).to.equal('rgb(1, 2, 3)');
      expect(small.inside('window')!.getBoundingClientRect().height).to.equal(400);
    } finally {
      small.restore();
    }
  });

  it('follows the call', async () => {
    const {update, small} = await popped();
    try {
      await update({phase: 'reconnecting'});
      expect(small.inside('status')!.textContent).to.equal('Reconnecting…');
    } finally {
      small.restore();
    }
  });

  it('brings the call back when it is closed', async () => {
    const {part, small, controller} = await popped();
    try {
      small.inside('pip')!.click();
      await waitUntil(() => part('window'), 'it is back');
      expect(small.frame.isConnected).to.be.false;
      expect(controller.handled).to.be.empty;
      expect(part('pip')!.title).to.equal('Keep in a small window on top');
    } finally {
      small.restore();
    }
  });

  it('is closed when the call is over, and the page says why', async () => {
    const {element, end, part, small} = await popped();
    try {
      await end('hung-up', 'remote');
      await elementUpdated(element);
      expect(small.frame.isConnected).to.be.false;
      expect(part('message')).to.have.trimmed.text('Bob hung up');
    } finally {
      small.restore();
    }
  });

  it('leaves a word and a way back where the page keeps the window’s place', async () => {
    const {element, part, small} = await popped();
    try {
      element.mode = 'inline';
      await elementUpdated(element);
      expect(part('window')).to.contain.text('The call is in a small window on top.');
      await expect(element).to.be.accessible();
      part('window')!.querySelector<HTMLButtonElement>('.away button')!.click();
      await waitUntil(() => part('hangup'), 'it is back');
    } finally {
      small.restore();
    }
  });

  it('is closed when the element is removed', async () => {
    const {element, small} = await popped();
    try {
      element.remove();
      expect(small.frame.isConnected).to.be.false;
    } finally {
      small.restore();
    }
  });

  it('has no button where the browser has no such thing', async () => {
    const {part, open, element} = await setup();
    await open(TALK);
    await elementUpdated(element);
    const knows = pictureApi() !== undefined || document.pictureInPictureEnabled === true;
    if (knows) await waitUntil(() => part('pip'), 'the button comes', {timeout: 5000});
    else expect(part('pip')).to.equal(null);
  });
});
