import {css} from 'lit';

export const styles = css`
  :host {
    display: inline-block;
    vertical-align: middle;
  }

  :host([oneself]) {
    display: none;
  }

  .face {
    --_face: var(--_accent);
    position: relative;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    inline-size: 100%;
    min-block-size: 2.5em;
    padding: 0.375em 1em;
    border-radius: var(--call-button-radius, 99rem);
    background: var(--_face);
    color: var(--_on-accent);
    font: var(--_font);
    font-weight: 600;
    line-height: 1.25;
  }

  .icon {
    padding: 0;
    inline-size: 2.5em;
  }

  .cancel,
  .hangUp {
    --_face: var(--_danger);
    color: var(--_on-danger);
  }

  .face:hover:enabled {
    background: color-mix(in oklab, var(--_face) 88%, var(--_on-surface));
  }

  .face:disabled {
    background: var(--_control);
    color: var(--_muted);
  }

  [part='icon'] {
    display: inline-flex;
  }

  @media (forced-colors: active) {
    .face:disabled {
      color: GrayText;
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    :host(:is([state='initiating'], [state='ringing'], [state='incoming'])) svg {
      animation: ring 1.2s ease-in-out infinite;
    }

    @keyframes ring {
      10%,
      30% {
        rotate: -9deg;
      }
      20%,
      40% {
        rotate: 9deg;
      }
      50% {
        rotate: 0deg;
      }
    }
  }
`;
