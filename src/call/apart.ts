import type {CallRequestEvent, CallRequests} from '../events/call-request-event.js';
import type {CallErrorCode} from '../types/call-error.js';
import {isLive} from '../types/call-phase.js';
import type {CallPages} from '../types/call-pages.js';
import type {AnswerTicket, StartTicket} from '../types/call-ticket.js';
import type {CallControllerFace} from '../types/controller.js';
import type {CallEngine} from './call-engine.js';
import {refuseStart} from './refuse-start.js';

/** Carries the request out on this page, and then tells of a trouble, where there is one. */
export type OnThisPage = (trouble?: CallErrorCode) => Promise<void>;

/** Carries a request out in a window of its own, or lets this page do it. */
export type Apart = (request: CallRequestEvent, here: OnThisPage) => void;

/** What opens another window: a press on Call, or on Answer. */
const ticketFor = (request: CallRequestEvent, {state}: CallControllerFace, engine: CallEngine | undefined): StartTicket | AnswerTicket | undefined => {
  if (request.type === 'call-accept-request') {
    const {callId, media} = request.detail as CallRequests['call-accept-request'];
    return engine?.answerTicket(media, callId);
  }
  if (request.type !== 'call-start-request') return undefined;
  const {connector, ...options} = request.detail as CallRequests['call-start-request'];
  const {phase, peer, callId, userId: user} = state;
  // They rang while the press was on its way: by now the button would say Answer.
  if (phase === 'incoming' && peer?.id === options.callee) return engine?.answerTicket(options.media, callId);
  if (isLive(phase) || refuseStart(state, options.callee)) return undefined;
  return {kind: 'start', user, at: Date.now(), options: connector ? {...options, connector} : options};
};

/**
 * Puts calls into windows of their own where the page is configured so. A call that another tab or window has is never
 * begun anew: a press shows its window where this tab can reach it.
 */
export const createApart =
  (pages: CallPages, controller: CallControllerFace, engine: () => CallEngine | undefined): Apart =>
  (request, here) => {
    const {state, configuration} = controller;
    const {windowMode, callPage, userId} = configuration;
    const onThisPage = (trouble?: CallErrorCode): void => void here(trouble).catch(() => undefined);
    if (request.type === 'call-start-request' && state.elsewhere) return void pages.show(state.elsewhere.windowName);
    if (windowMode !== 'window' || !callPage || pages.isOwn) return onThisPage();
    const ticket = ticketFor(request, controller, engine());
    if (!ticket) return onThisPage();
    const result = pages.open({page: callPage, user: userId, ticket});
    if (result === 'blocked') onThisPage('window-blocked');
    else if (result === 'impossible') onThisPage();
  };
