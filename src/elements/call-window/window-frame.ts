import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import type {CallTerms} from '../../localize/terms.js';
import type {CallState} from '../../types/call-state.js';
import type {CallStreams} from '../../types/controller.js';
import {close as closeIcon} from '../call-icons.js';
import {icon} from '../icons.js';
import {ownPresses} from '../own-presses.js';
import {floating} from './floating.js';
import {formatDuration} from './format-duration.js';
import {timeSince} from './time-since.js';
import {windowControls} from './window-controls.js';
import type {WindowMessage} from './window-message.js';
import {windowStage} from './window-stage.js';

/** On the page, in its flow, a page of its own, or a small window above all others. */
export type WindowFrame = 'floating' | 'inline' | 'page' | 'pip';

export interface WindowModel {
  readonly host: HTMLElement;
  readonly state: CallState;
  readonly streams: CallStreams;
  readonly terms: CallTerms;
  readonly dir: 'ltr' | 'rtl';
  readonly frame: WindowFrame;
  /** Renders again, when a picture came or went. */
  readonly refresh: () => void;
  readonly close: () => void;
  /** More buttons. */
  readonly extras: unknown;
  /** What the two write to each other, while it is wanted. */
  readonly text: unknown;
  readonly textToggle: unknown;
  /** Stands in place of the pictures and buttons while they are elsewhere. */
  readonly placeholder: unknown;
  /** Where it is rendered, if not in the element. */
  readonly root: ParentNode | undefined;
  /** What is told besides the phase. */
  readonly told: WindowMessage | undefined;
  /** What the settings hold while they are open. */
  readonly choices: unknown;
  /** They were opened or closed. */
  readonly toggled: (event: Event) => void;
}

const timer = ({phase, connectedAt, end}: CallState): unknown => {
  if (phase === 'ended') return end?.durationMs ? formatDuration(end.durationMs) : nothing;
  return connectedAt === undefined ? nothing : timeSince(connectedAt);
};

/** How the call stands. That it is connected is said once, with how: what a path is like is known a moment later. */
const standing = ({phase, path, weak}: CallState, terms: CallTerms): string => {
  if (weak) return terms.weak;
  if (path === 'relay') return terms.relayed;
  return phase === 'idle' || (phase === 'connected' && !path) ? '' : terms.phases[phase];
};

/** Of a good connection there is nothing to tell those who see it. */
const isGood = ({phase, path, weak}: CallState): boolean => phase === 'connected' && path === 'direct' && !weak;

const header = ({state, terms, close, frame}: WindowModel): TemplateResult => {
  const floats = frame === 'floating';
  return html`
    <header
      tabindex=${floats ? 0 : nothing}
      role=${floats ? 'group' : nothing}
      aria-label=${floats ? terms.moveWindow : nothing}
    >
      <div class="who">
        <p part="name">${state.peer?.name}</p>
        <p class="standing">
          <span part="status" role="status" class=${isGood(state) ? 'quiet' : ''}>${standing(state, terms)}</span>
          <span part="timer" role="timer">${timer(state)}</span>
        </p>
      </div>
      ${frame === 'pip' ? nothing : html`<button part="close" title=${terms.close} aria-label=${terms.close} @click=${close}>${icon(closeIcon)}</button>`}
    </header>
  `;
};

const message = ({state, told}: WindowModel): TemplateResult => {
  const body = told
    ? html`<p class="sentence">${told.sentence}</p>${told.wayOut ? html`<p>${told.wayOut}</p>` : nothing}`
    : nothing;
  const tone = state.phase === 'ended' || state.phase === 'idle' ? 'over' : told?.wayOut ? 'trouble' : 'calm';
  return html`<div part="message" role="status" class=${told ? tone : 'none'} title=${told?.reference || nothing}>${body}</div>`;
};

const scene = (model: WindowModel): TemplateResult =>
  html`<div class="scene">${windowStage(model)}${model.frame === 'pip' ? nothing : model.text}</div>`;

/** The whole window. */
export const windowFrame = (model: WindowModel): TemplateResult => {
  const {state, terms, dir, frame} = model;
  const name = state.peer?.name;
  const floats = frame === 'floating';
  return html`
    <section
      part="window"
      class="${frame} ${state.phase}"
      role=${frame === 'page' ? nothing : 'dialog'}
      aria-label=${name ? terms.callWith(name) : (model.told?.sentence ?? nothing)}
      tabindex="-1"
      popover=${floats ? 'manual' : nothing}
      dir=${dir}
      @click=${ownPresses}
      ${floats ? floating() : nothing}
    >
      ${header(model)} ${model.placeholder ?? html`${scene(model)} ${message(model)} ${windowControls(model)}`}
    </section>
  `;
};
