import {isTalking} from '../types/is-talking.js';
import type {CallState} from '../types/call-state.js';
import {SystemButtons} from './media-session.js';
import type {CallActs} from './media-session.js';
import {ScreenLight} from './wake-lock.js';

/** A picture is sent or seen: nobody touches the screen, and it is looked at. */
const hasPicture = ({local, remote}: CallState): boolean =>
  [local.camera, local.screen].includes('on') || remote.camera || remote.screen;

/** Tells the system of a talk: its buttons work, and the screen stays lit while there is a picture. */
export const accompany = (acts: CallActs): ((state: CallState) => void) => {
  const buttons = new SystemButtons(acts);
  const light = new ScreenLight();
  return (state) => {
    const talks = isTalking(state.phase);
    light.want(talks && hasPicture(state));
    if (talks) buttons.show(state);
    else buttons.hide();
  };
};
