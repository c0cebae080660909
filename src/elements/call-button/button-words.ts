import type {SVGTemplateResult} from 'lit';
import type {RestTerms} from '../../localize/terms.js';
import type {CallMedia} from '../../types/media.js';
import {hangUp, phone, video} from '../icons.js';
import type {CallButtonState} from './button-state.js';

/** What a press would do. */
export type Press = 'call' | 'cancel' | 'answer' | 'hangUp';

const PRESSES: Readonly<Record<CallButtonState, Press>> = {
  idle: 'call',
  initiating: 'cancel',
  ringing: 'cancel',
  incoming: 'answer',
  connecting: 'hangUp',
  connected: 'hangUp',
  reconnecting: 'hangUp',
  busy: 'call',
  unavailable: 'call',
};

export const pressOf = (state: CallButtonState): Press => PRESSES[state];

export const iconOf = (press: Press, media: CallMedia): SVGTemplateResult => {
  if (press === 'cancel' || press === 'hangUp') return hangUp;
  return media === 'video' ? video : phone;
};

interface Subject {
  readonly state: CallButtonState;
  readonly media: CallMedia;
  readonly callee: string;
  readonly name: string;
}

/** The tooltip: what a press does to whom, or why it does nothing. */
export const hintOf = (terms: RestTerms, {state, media, callee, name}: Subject): string => {
  switch (state) {
    case 'unavailable':
      return callee ? terms.notSignedIn : terms.nobodyToCall;
    case 'busy':
      return terms.inAnotherCall;
    case 'idle':
      return media === 'video' ? terms.videoCallTo(name) : terms.audioCallTo(name);
    case 'incoming':
      return terms.isCalling(name);
    default:
      return terms.callWith(name);
  }
};
