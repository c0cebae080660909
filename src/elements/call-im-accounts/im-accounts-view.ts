import {nothing} from 'lit';
import {theme} from '../theme.styles.js';
import type {Shell, View} from '../lazy-view.js';
import type {CallImAccountsElement} from './call-im-accounts.js';

/** What is shown; it is yet to come. */
export class ImAccountsView implements View {
  static readonly styles = [theme];

  constructor(readonly shell: Shell<CallImAccountsElement>) {}

  hostConnected(): void {}

  render(): typeof nothing {
    return nothing;
  }
}
