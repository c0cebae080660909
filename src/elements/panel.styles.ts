import {css} from 'lit';

/** What popup and window have in common beyond the theme. */
export const panelStyles = css`
  :host {
    --_border: var(--call-border, light-dark(#dfe2e6, #3a4047));
    --_radius: var(--call-radius, 1rem);
    --_shadow: var(
      --call-shadow,
      0 0.0625rem 0.125rem rgb(0 0 0 / 8%),
      0 0.75rem 2.5rem -0.5rem rgb(0 0 0 / 28%)
    );
  }
`;
