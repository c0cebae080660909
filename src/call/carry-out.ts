import type {CallRequestEvent, CallRequests, CallRequestType} from '../events/call-request-event.js';
import type {CallControllerFace} from '../types/controller.js';

type Deeds = {readonly [T in CallRequestType]: (controller: CallControllerFace, detail: CallRequests[T]) => Promise<unknown>};

/** What each request does. */
const DEEDS: Deeds = {
  'call-start-request': (controller, {connector, ...detail}) => {
    const {phase, peer} = controller.state;
    // They rang while the press was on its way: by now the button would say Answer.
    if (phase === 'incoming' && peer?.id === detail.callee) return controller.accept(detail);
    return controller.start(connector === undefined ? detail : {...detail, connector});
  },
  'call-accept-request': (controller, {media}) => controller.accept(media && {media}),
  'call-decline-request': (controller, {reason}) => controller.decline(reason),
  'call-hangup-request': (controller) => controller.hangUp(),
  'call-toggle-request': (controller, {kind, on}) => controller.set(kind, on),
};

/** Carries out a request on `controller`; one that it does not know, perhaps of a newer copy, does nothing. */
export const carryOut = <T extends CallRequestType>(controller: CallControllerFace, request: CallRequestEvent<T>): void => {
  if (Object.hasOwn(DEEDS, request.type)) void DEEDS[request.type](controller, request.detail);
};
