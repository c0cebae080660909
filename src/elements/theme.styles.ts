import {css} from 'lit';

/**
 * What all elements look like. Pages set `--call-<role>`; the elements read the private alias beside it. Which half
 * of `light-dark()` holds is decided by the page's own `color-scheme`.
 */
export const theme = css`
  :host {
    --_accent: var(--call-accent, light-dark(#0b7a3e, #35c977));
    --_on-accent: var(--call-on-accent, light-dark(#fff, #06210f));
    --_danger: var(--call-danger, light-dark(#c9252d, #ff6b6b));
    --_on-danger: var(--call-on-danger, light-dark(#fff, #2b0506));
    --_surface: var(--call-surface, light-dark(#fff, #1d2023));
    --_on-surface: var(--call-on-surface, light-dark(#16191d, #f1f3f5));
    --_muted: var(--call-muted, light-dark(#596069, #a9b1ba));
    --_control: var(--call-control, light-dark(#eceef1, #33383e));
    --_on-control: var(--call-on-control, light-dark(#16191d, #f1f3f5));
    --_focus: var(--call-focus, light-dark(#0a5ccc, #8ab8ff));
    --_font: var(--call-font, inherit);
  }

  :host([hidden]) {
    display: none;
  }

  svg {
    display: block;
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    fill: currentColor;
  }

  .line {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  button {
    box-sizing: border-box;
    margin: 0;
    border: 0.0625rem solid transparent;
    font: inherit;
    color: inherit;
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }

  button:disabled {
    cursor: default;
  }

  :focus-visible {
    outline: 0.125rem solid var(--_focus);
    outline-offset: 0.125rem;
  }

  .quiet {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (prefers-reduced-motion: no-preference) {
    button {
      transition: scale 120ms ease;
    }

    button:active:enabled {
      scale: 0.97;
    }
  }
`;
