import {html} from 'lit';
import type {TemplateResult} from 'lit';
import {expect, waitUntil} from '@open-wc/testing';
import {FakeController, withinCall} from '../helpers/within-call.js';
import {standInServer} from '../helpers/stand-in-server.js';
import type {CallAdminElement} from '../../src/elements/call-admin/call-admin.js';
import '../../src/elements/call-admin/define.js';
import '../../src/elements/call-im-accounts/define.js';

export type Server = ReturnType<typeof standInServer>;

/** A form that has its server's values, and ways to use it as a person does. */
export const openForm = async (server: Server, template: TemplateResult = html`<call-admin></call-admin>`, ready = '[part=save]') => {
  const {element, controller, parent} = await withinCall<CallAdminElement>(template);
  (controller as FakeController).configure(server.configuration);
  controller.set({});
  const root = element.renderRoot as ShadowRoot;
  const all = <E extends HTMLElement>(selector: string): E[] => [...root.querySelectorAll<E>(selector)];
  const one = <E extends HTMLElement>(selector: string, index = 0): E => {
    const found = all<E>(selector)[index];
    if (!found) throw new Error(`There is no ${selector} at ${index}: ${root.textContent}`);
    return found;
  };
  // Each section arrives by itself.
  const comes = (selector: string, index: number): Promise<void> =>
    waitUntil(() => all(selector).length > index, `${selector} comes`, {timeout: 8000});
  const shows = (what: string | RegExp, where = '.view'): Promise<void> =>
    waitUntil(() => all(where).some(({textContent}) => (textContent ?? '').replace(/\s+/g, ' ').match(what)), `shows ${what}`, {timeout: 8000});
  if (ready) await waitUntil(() => root.querySelector(ready), 'the form is there', {timeout: 8000});
  return {
    element,
    controller,
    parent,
    root,
    all,
    one,
    shows,
    /** Types in place of what is there. */
    async type(selector: string, text: string, index = 0): Promise<void> {
      await comes(selector, index);
      const input = one<HTMLInputElement>(selector, index);
      input.value = text;
      input.dispatchEvent(new Event('input', {bubbles: true}));
      input.dispatchEvent(new Event('change', {bubbles: true}));
      await element.updateComplete;
    },
    async press(selector: string, index = 0): Promise<void> {
      await comes(selector, index);
      one(selector, index).click();
      await element.updateComplete;
    },
    has: (selector: string, count = 1): Promise<void> => waitUntil(() => all(selector).length === count, `${count} of ${selector}`, {timeout: 8000}),
    isAccessible: async (): Promise<void> => {
      await expect(element).to.be.accessible();
    },
  };
};
