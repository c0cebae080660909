import {html} from 'lit';
import type {TemplateResult} from 'lit';
import {settings as settingsIcon} from '../call-icons.js';
import {icon} from '../icons.js';
import type {WindowModel} from './window-frame.js';

const GAP = 8;

/** Above the button, in the middle of it; the style sheet keeps it within the viewport. */
const place = ({currentTarget}: Event): void => {
  const popup = currentTarget as HTMLElement;
  const button = popup.previousElementSibling?.getBoundingClientRect();
  if (!button) return;
  popup.style.setProperty('--_x', `${button.x + button.width / 2}px`);
  popup.style.setProperty('--_y', `${window.innerHeight - button.y + GAP}px`);
};

/** The button that opens the choice of devices, and the popup that it is in. */
export const windowSettings = ({terms, choices, toggled}: WindowModel): TemplateResult => html`
  <button part="settings" class="toggle" popovertarget="settings" title=${terms.settings} aria-label=${terms.settings}>
    ${icon(settingsIcon)}
  </button>
  <div id="settings" class="choices" popover role="dialog" aria-label=${terms.settings} @beforetoggle=${place} @toggle=${toggled}>${choices}</div>
`;
