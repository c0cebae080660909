import {css} from 'lit';

/** Shared by `<call-toggle>` and the three switches of `<call-window>`. */
export const toggleStyles = css`
  .toggle {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-block-size: 2.75em;
    padding: 0 1em;
    border-radius: var(--call-button-radius, 99rem);
    background: var(--_control);
    color: var(--_on-control);
    line-height: 1.25;
  }

  .toggle:hover:enabled {
    background: color-mix(in oklab, var(--_control) 90%, var(--_on-surface));
  }

  .toggle:is(.mic, .camera):is(.off, .unavailable):enabled {
    background: light-dark(#fbe3e3, #4a2326);
    color: light-dark(#a3161d, #ffb3b3);
  }

  .toggle.screen.on:enabled {
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .toggle:disabled,
  .toggle.screen.unavailable {
    color: var(--_muted);
  }

  .toggle.pending {
    cursor: progress;
  }

  @media (forced-colors: active) {
    .toggle[aria-pressed='true'] {
      background: Highlight;
      color: HighlightText;
    }

    .toggle:disabled {
      color: GrayText;
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    .toggle.pending svg {
      animation: pending 1s ease-in-out infinite alternate;
    }

    @keyframes pending {
      to {
        opacity: 0.3;
      }
    }
  }
`;
