import {ContextProvider} from '@lit/context';
import type {ReactiveElement} from 'lit';
import {CallNoticeEvent} from '../events/call-notice-event.js';
import type {CallControllerFace} from '../types/controller.js';
import {callContext} from './call-context.js';

/**
 * Makes `controller` the one that elements below `node` find, and tells its notices there. Returns a function that
 * puts another one in its place: a second provider on the same node would answer every request as well.
 */
export const provideCall = (
  node: HTMLElement | (HTMLElement & ReactiveElement),
  controller: CallControllerFace,
): ((next: CallControllerFace) => void) => {
  const provider = new ContextProvider(node, {context: callContext, initialValue: controller});
  if (!('addController' in node)) provider.hostConnected();
  const tell = (from: CallControllerFace) =>
    from.onNotice(({type, detail}) => node.dispatchEvent(new CallNoticeEvent(type, detail)));
  tell(controller);
  return (next) => {
    provider.setValue(next);
    tell(next);
  };
};
