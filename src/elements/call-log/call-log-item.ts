import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {endSentence} from '../../localize/end-sentence.js';
import type {LogTerms} from '../../localize/parts/log.js';
import type {CallTerms} from '../../localize/terms.js';
import type {LoggedCall} from '../../types/logged-call.js';
import {avatar} from '../avatar.js';
import {icon, line, phone, video} from '../icons.js';
import {pictureOf} from '../picture-of.js';
import {sayDate, sayLength, sayWhen} from './say-when.js';

// Down into this page, up out of it, and one that turned away before it arrived.
const INCOMING = line('M17.5 6.5l-10 10M7.5 9v7.5H15');
const OUTGOING = line('M6.5 17.5l10-10M9 7.5h7.5V15');
const MISSED = line('M4.5 7.5l7.5 7.5 7.5-7.5M4.5 13V7.5H10');

export interface ItemModel {
  readonly call: LoggedCall;
  readonly isNew: boolean;
  readonly language: string;
  readonly now: number;
  readonly terms: CallTerms;
  readonly words: LogTerms;
  /** Why nobody can be called now; undefined where they can. */
  readonly obstacle: string | undefined;
  readonly callBack: (call: LoggedCall) => void;
}

/** What became of it: how long they talked, or why they did not. */
const outcome = ({call, terms, language}: ItemModel): string => {
  const {durationMs, missed, reason} = call;
  if (durationMs) return sayLength(durationMs, language);
  // That the other gave up, or that nobody came, is what missed means.
  return missed && reason !== 'busy' ? '' : endSentence(terms, call, call.peer.name);
};

/** One call: with whom, which way, when, and what became of it. */
export const callLogItem = (model: ItemModel): TemplateResult => {
  const {call, words, isNew, language, obstacle} = model;
  const {peer, direction, missed, media, at} = call;
  const told = outcome(model);
  const back = words.callBack(peer.name);
  return html`
    <li part="item" class="${missed ? 'missed' : ''} ${isNew ? 'new' : ''}">
      ${avatar(peer.name, pictureOf({peer, direction}))}
      <div class="what">
        <p class="name"><bdi>${peer.name}</bdi>${isNew ? html` <span class="badge">${words.isNew}</span>` : nothing}</p>
        <p class="how">
          ${icon(missed ? MISSED : direction === 'incoming' ? INCOMING : OUTGOING)}
          <span><span class="way">${missed ? words.missed : words[direction]}</span>${told && ` · ${told}`}</span>
        </p>
      </div>
      <time datetime=${new Date(at).toISOString()} title=${sayDate(at, language)}>${sayWhen(at, model.now, language, words)}</time>
      <button
        part="call-back"
        title=${obstacle ?? back}
        aria-label=${back}
        aria-disabled=${obstacle === undefined ? nothing : 'true'}
        @click=${({detail}: MouseEvent) => detail < 2 && obstacle === undefined && model.callBack(call)}
      >
        ${icon(media === 'video' ? video : phone)}
      </button>
    </li>
  `;
};
