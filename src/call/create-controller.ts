import type {CallControllerFace} from '../types/controller.js';
import {hasTicket} from '../settings/has-ticket.js';
import {systemClock} from '../util/clock.js';
import {randomId} from '../util/random-id.js';
import {CallController} from './call-controller.js';
import {loadApart} from './load-apart.js';
import {loadEngine} from './load-engine.js';
import {loadLine} from './load-line.js';

/**
 * A controller for this page: nothing is opened until it is configured. Its call ends, and its line is let
 * go, when the page goes away.
 */
export const createController = (): CallControllerFace => {
  const page = new AbortController();
  const {signal} = page;
  const controller = new CallController({
    clock: systemClock,
    randomId,
    loadEngine,
    loadLine,
    loadApart,
    hasTicket,
    release: () => page.abort(),
  });
  if (typeof window === 'undefined') return controller;
  window.addEventListener('pagehide', () => controller.suspend(), {signal});
  window.addEventListener('pageshow', ({persisted}) => persisted && controller.resume(), {signal});
  document.addEventListener('freeze', () => controller.freeze(), {signal});
  document.addEventListener('resume', () => controller.thaw(), {signal});
  return controller;
};
