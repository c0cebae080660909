import {CallStartRequestEvent} from '../../events/call-start-request.js';
import type {CallMedia} from '../../types/media.js';
import {oneOf} from '../../util/one-of.js';
import type {CallButtonElement} from './call-button.js';

export const mediaOf = ({media}: CallButtonElement): CallMedia => oneOf('media', media, ['video', 'audio']);

/** What a press on Call asks for, by the connector of that name. */
export const startRequest = (button: CallButtonElement, connector: string | undefined): CallStartRequestEvent => {
  const {callee, calleeName, calleeAvatar} = button;
  return new CallStartRequestEvent({
    callee,
    media: mediaOf(button),
    connector: connector || undefined,
    ...(calleeName && {calleeName}),
    ...(calleeAvatar && {calleeAvatar}),
  });
};
