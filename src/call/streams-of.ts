import {isLive} from '../types/call-phase.js';
import {isTalking} from '../types/is-talking.js';
import type {CallStreams} from '../types/controller.js';
import type {CallSession} from './call-session.js';

/** What can be seen and heard of a session; the other side's only once both agreed. */
export const streamsOf = (session: CallSession | undefined): Partial<CallStreams> => {
  if (!session || !isLive(session.record.phase)) return {};
  const {localMedia, leg, record} = session;
  const link = isTalking(record.phase) ? leg?.link : undefined;
  return {
    local: localMedia?.preview,
    localScreen: localMedia?.screen,
    microphone: localMedia?.tracks.mic,
    remote: link?.remote,
    remoteScreen: link?.remoteScreen,
  };
};
