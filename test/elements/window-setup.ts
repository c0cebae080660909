import {elementUpdated, html, waitUntil} from '@open-wc/testing';
import type {TemplateResult} from 'lit';
import {CallWindowElement} from '../../src/elements/call-window/call-window.js';
import type {CallState} from '../../src/types/call-state.js';
import type {EndReason} from '../../src/types/end-reason.js';
import {define} from '../../src/util/define.js';
import {BOB, withinCall} from '../helpers/within-call.js';

define('call-window', CallWindowElement);

export const ON = {mic: 'on', camera: 'on', screen: 'off'} as const;
export const SENT = {mic: true, camera: true, screen: false};
export const CALL: Partial<CallState> = {phase: 'ringing', direction: 'outgoing', callId: '1', peer: BOB, local: ON};
export const TALK: Partial<CallState> = {...CALL, phase: 'connected', remote: SENT, connectedAt: Date.now()};

export const setup = async (template: TemplateResult = html`<call-window></call-window>`) => {
  const {element, controller, parent} = await withinCall<CallWindowElement>(template);
  const part = (name: string) => element.shadowRoot!.querySelector<HTMLElement>(`[part="${name}"]`);
  const update = async (changes: Partial<CallState>) => {
    controller.set(changes);
    await elementUpdated(element);
  };
  const open = async (changes: Partial<CallState> = CALL) => {
    await update(changes);
    await waitUntil(() => part('window'), 'window', {timeout: 5000});
    await elementUpdated(element);
  };
  const end = (reason: EndReason, by: 'local' | 'remote' | 'system') =>
    update({phase: 'ended', end: {reason, by, durationMs: 0}});
  return {element, controller, parent, part, update, open, end};
};
