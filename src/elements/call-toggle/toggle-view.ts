import {html} from 'lit';
import type {TemplateResult} from 'lit';
import {completeTerms} from '../../localize/complete-terms.js';
import {MEDIA_KINDS} from '../../types/media.js';
import type {Shell, View} from '../lazy-view.js';
import {oneOf} from '../../util/one-of.js';
import {theme} from '../theme.styles.js';
import type {CallToggleElement} from './call-toggle.js';
import {sendToggle} from './send-toggle.js';
import {toggleButton} from './toggle-button.js';
import {toggleStyles} from './toggle-button.styles.js';
import {styles} from './toggle-view.styles.js';

/** The button inside `<call-toggle>`. */
export class ToggleView implements View {
  static readonly styles = [theme, toggleStyles, styles];

  readonly #shell: Shell<CallToggleElement>;

  constructor(shell: Shell<CallToggleElement>) {
    this.#shell = shell;
  }

  render(): TemplateResult {
    const {host, call, words} = this.#shell;
    const {state} = call;
    const kind = oneOf('kind', host.kind, MEDIA_KINDS);
    const terms = completeTerms(words.terms);
    const label = html`<span part="label"><slot>${terms.devices[kind]}</slot></span>`;
    const press = () => sendToggle(host, kind, state);
    return toggleButton({kind, state, terms, dir: words.dir, part: 'button', label, press});
  }
}
