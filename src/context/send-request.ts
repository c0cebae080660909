import {ContextEvent} from '@lit/context';
import type {CallRequestEvent} from '../events/call-request-event.js';
import {callContext} from './call-context.js';

/**
 * Announces a request from a node and, unless the page prevents it, carries it out on the nearest controller, within the
 * same task, so that user activation holds. Any node may take part. Returns false when the page prevented it.
 */
export const sendRequest = (from: HTMLElement, request: CallRequestEvent): boolean => {
  if (!from.dispatchEvent(request)) return false;
  from.dispatchEvent(new ContextEvent(callContext, from, (controller) => controller.handle(request)));
  return true;
};
