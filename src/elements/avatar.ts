import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';

/** First letters of the first and the last word; kept apart so that Arabic letters do not join. */
export const initials = (name: string): string => {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends.map((word) => [...(word ?? '')][0] ?? '').join('\u200c').toLocaleUpperCase();
};

const hide = ({target}: Event): void => void ((target as HTMLElement).hidden = true);
const show = ({target}: Event): void => void ((target as HTMLElement).hidden = false);

/** A person's picture over their initials, which stay when there is none or it does not load. */
export const avatar = (name: string, url: string | undefined): TemplateResult => html`
  <span part="avatar" aria-hidden="true">
    <slot name="avatar">
      ${initials(name)}
      ${url ? html`<img src=${url} alt="" referrerpolicy="no-referrer" @error=${hide} @load=${show} />` : nothing}
    </slot>
  </span>
`;
