import {elementUpdated, expect, waitUntil} from '@open-wc/testing';
import {TALK, setup} from './window-setup.js';

/** A talk of which the text can be opened. */
const talking = async () => {
  const it = await setup();
  const {controller, element, part, open} = it;
  controller.canSend = true;
  await open(TALK);
  await waitUntil(() => part('text-toggle'), 'toggle', {timeout: 5000});
  const hear = async (type: 'call-text' | 'call-text-draft', text: string, callId = '1') => {
    controller.tell({type, detail: {callId, text}});
    await elementUpdated(element);
  };
  const press = async () => {
    part('text-toggle')?.click();
    await waitUntil(() => element.shadowRoot?.activeElement, 'focus');
    await elementUpdated(element);
  };
  const field = () => element.shadowRoot?.querySelector('textarea') as HTMLTextAreaElement;
  const type = async (text: string) => {
    field().value = text;
    field().dispatchEvent(new InputEvent('input', {bubbles: true}));
    await elementUpdated(element);
  };
  const key = async (name: string, init: KeyboardEventInit = {}) => {
    field().dispatchEvent(new KeyboardEvent('keydown', {key: name, bubbles: true, cancelable: true, ...init}));
    await elementUpdated(element);
  };
  const lines = () => [...(element.shadowRoot?.querySelectorAll<HTMLElement>('.lines p:not([hidden])') ?? [])].map(({innerText}) => innerText);
  return {...it, hear, press, field, type, key, lines};
};

describe('<call-window>: text', () => {
  it('is accessible, empty, with lines of both, and while the other writes', async () => {
    const {element, press, hear, type, key} = await talking();
    await press();
    await expect(element).to.be.accessible();
    await type('Hello');
    await key('Enter');
    await hear('call-text', 'Hi');
    await hear('call-text-draft', 'How are');
    await expect(element).to.be.accessible();
  });

  it('is opened by a press that leads into the field, and left by Escape to where it was opened', async () => {
    const {element, part, press, field, key} = await talking();
    expect(part('text-toggle')?.getAttribute('aria-expanded')).to.equal('false');
    await press();
    expect(part('text-toggle')?.getAttribute('aria-expanded')).to.equal('true');
    expect(element.shadowRoot?.activeElement).to.equal(field());
    await key('Escape');
    await waitUntil(() => !part('text'));
    expect(element.shadowRoot?.activeElement).to.equal(part('text-toggle'));
  });

  it('sends each letter as it is written, and the line by Enter', async () => {
    const {controller, press, type, key, field, lines} = await talking();
    await press();
    for (const text of ['H', 'Hi', 'Hi!']) await type(text);
    expect(controller.drafts).to.deep.equal(['H', 'Hi', 'Hi!']);
    await key('Enter', {isComposing: true});
    await key('Enter', {shiftKey: true});
    expect(controller.sent).to.deep.equal([]);
    await key('Enter');
    expect(controller.sent).to.deep.equal(['Hi!']);
    expect(field().value).to.equal('');
    expect(lines()).to.deep.equal(['You\nHi!']);
    await key('Enter');
    expect(controller.sent.length).to.equal(1);
  });

  it('shows what the other writes letter by letter, by name, and only whole lines are announced', async () => {
    const {part, press, hear, lines} = await talking();
    await press();
    await hear('call-text-draft', 'H');
    expect(lines()).to.deep.equal(['Bob is writing\nH']);
    expect(part('text')?.querySelector('.draft')?.getAttribute('aria-live')).to.equal('off');
    expect(part('text')?.querySelector('.lines')?.getAttribute('role')).to.equal('log');
    await hear('call-text', 'Hi');
    expect(lines()).to.deep.equal(['Bob\nHi']);
  });

  it('shows itself when the other begins to write, takes no focus, and stays away once it was closed', async () => {
    const {element, part, hear, press} = await talking();
    await hear('call-text-draft', 'H');
    expect(part('text')).to.not.equal(null);
    expect(element.shadowRoot?.activeElement ?? null).to.equal(null);
    await press();
    await hear('call-text', 'Hi');
    expect(part('text')).to.equal(null);
    expect(part('text-toggle')?.getAttribute('aria-label')).to.equal('Text, new: 1');
    expect(element.shadowRoot?.querySelector('[part="text-toggle"] + [role="status"]')?.textContent).to.equal('Bob: Hi');
    await press();
    expect(part('text-toggle')?.getAttribute('aria-label')).to.equal('Text');
  });

  it('nobody is writing once the call is over: the line that was begun stays, under its name', async () => {
    const {press, hear, lines, end} = await talking();
    await press();
    await hear('call-text-draft', 'I was abo');
    await end('hung-up', 'remote');
    expect(lines()).to.deep.equal(['Bob\nI was abo']);
  });

  it('keeps what could not be sent, and says so', async () => {
    const {controller, part, press, type, key, field} = await talking();
    controller.canSend = false;
    await press();
    await type('Hello');
    await key('Enter');
    expect(field().value).to.equal('Hello');
    expect(part('text')?.querySelector('.failed')?.textContent).to.contain('Not sent');
  });

  it('shows text as text, hears no other call, and can be read when the call is over', async () => {
    const {element, part, hear, press, lines, end, update} = await talking();
    await press();
    await hear('call-text', 'nobody', 'another');
    await hear('call-text', '<img src=x onerror=alert(1)>');
    expect(lines()).to.deep.equal(['Bob\n<img src=x onerror=alert(1)>']);
    await end('hung-up', 'remote');
    expect(lines().length).to.equal(1);
    expect(element.shadowRoot?.querySelector('textarea')).to.equal(null);
    await update({...TALK, callId: '2', end: undefined});
    await waitUntil(() => part('text-toggle'));
    expect(part('text')).to.equal(null);
  });
});
