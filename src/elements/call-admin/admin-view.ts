import {nothing} from 'lit';
import {theme} from '../theme.styles.js';
import type {Shell, View} from '../lazy-view.js';
import type {CallAdminElement} from './call-admin.js';

/** What is shown; it is yet to come. */
export class AdminView implements View {
  static readonly styles = [theme];

  constructor(readonly shell: Shell<CallAdminElement>) {}

  hostConnected(): void {}

  render(): typeof nothing {
    return nothing;
  }
}
