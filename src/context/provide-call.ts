import {ContextProvider} from '@lit/context';
import type {ReactiveElement} from 'lit';
import {CallNoticeEvent} from '../events/call-notice-event.js';
import type {CallControllerFace} from '../types/controller.js';
import {callContext} from './call-context.js';

/** Makes `controller` the one that elements below `node` find, and tells its notices there. */
export const provideCall = (node: HTMLElement | (HTMLElement & ReactiveElement), controller: CallControllerFace): void => {
  const provider = new ContextProvider(node, {context: callContext, initialValue: controller});
  if (!('addController' in node)) provider.hostConnected();
  controller.onNotice(({type, detail}) => node.dispatchEvent(new CallNoticeEvent(type, detail)));
};
