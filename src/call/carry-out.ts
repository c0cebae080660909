import type {CallRequestEvent, CallRequests, CallRequestType} from '../events/call-request-event.js';
import type {CallControllerFace} from '../types/controller.js';

type Deeds = {readonly [T in CallRequestType]: (controller: CallControllerFace, detail: CallRequests[T]) => Promise<unknown>};

/** A press on a call that is not the one any more is about nothing. */
const isOn = ({state}: CallControllerFace, callId: string | undefined): boolean => callId === undefined || callId === state.callId;

/** The ringing call of this person: they rang while the press was on its way, and by now the button would say Answer. */
const ringOf = ({state}: CallControllerFace, user: string): string | undefined => {
  const {phase, peer, callId, waiting} = state;
  if (phase === 'incoming' && peer?.id === user) return callId;
  return waiting.find((call) => call.peer.id === user)?.callId;
};

/** What each request does. */
const DEEDS: Deeds = {
  'call-start-request': (controller, {connector, ...detail}) => {
    const callId = ringOf(controller, detail.callee);
    if (callId !== undefined) return controller.accept({media: detail.media, callId});
    return controller.start(connector === undefined ? detail : {...detail, connector});
  },
  'call-accept-request': (controller, {media, callId}) =>
    controller.accept({...(media && {media}), ...(callId !== undefined && {callId})}),
  'call-decline-request': (controller, {reason, callId}) => controller.decline(reason, callId),
  'call-hangup-request': async (controller, {callId}) => isOn(controller, callId) && controller.hangUp(),
  'call-toggle-request': async (controller, {kind, on, callId}) => isOn(controller, callId) && controller.set(kind, on),
};

/** Carries out a request on `controller`; one that it does not know, perhaps of a newer copy, does nothing. */
export const carryOut = <T extends CallRequestType>(controller: CallControllerFace, request: CallRequestEvent<T>): void => {
  if (Object.hasOwn(DEEDS, request.type)) void DEEDS[request.type](controller, request.detail);
};
