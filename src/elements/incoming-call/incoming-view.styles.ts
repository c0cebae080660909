import {css} from 'lit';

/** What appears does not fade in: words are to be read from the first frame on. */
export const styles = css`
  [part='popup'] {
    --_avatar-size: 3.25rem;
    position: relative;
    box-sizing: border-box;
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 1.125rem 0.875rem;
    align-items: center;
    inline-size: min(23rem, calc(100vw - 2 * var(--_gap)));
    max-block-size: calc(100dvh - 2 * var(--_gap));
    padding: 1.25rem;
    overflow: auto;
    border: 0.0625rem solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_on-surface);
    box-shadow: var(--_shadow);
    font: var(--call-font, 1rem/1.4 system-ui, sans-serif);
  }

  p {
    margin: 0;
  }

  .words {
    min-inline-size: 0;
    padding-inline-end: 1.75rem;
  }

  .kind,
  .sound {
    color: var(--_muted);
    font-size: 0.8125em;
  }

  [part='message'] {
    font-size: 1.0625em;
    font-weight: 600;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }

  .actions {
    grid-column: 1 / -1;
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0.625rem;
  }

  .actions button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5rem;
    min-block-size: 2.75rem;
    padding: 0.25rem 0.75rem;
    border-radius: var(--call-button-radius, 99rem);
    font-weight: 600;
    line-height: 1.2;
  }

  [part='answer'] {
    background: var(--_accent);
    color: var(--_on-accent);
  }

  [part='decline'] {
    background: var(--_danger);
    color: var(--_on-danger);
  }

  [part='answer-audio'] {
    grid-column: 1 / -1;
    background: var(--_control);
    color: var(--_on-control);
  }

  [part='answer']:hover {
    background: color-mix(in oklab, var(--_accent) 88%, var(--_on-surface));
  }

  [part='decline']:hover {
    background: color-mix(in oklab, var(--_danger) 88%, var(--_on-surface));
  }

  [part='answer-audio']:hover,
  [part='close']:hover {
    background: color-mix(in oklab, var(--_control) 90%, var(--_on-surface));
  }

  [part='close'] {
    position: absolute;
    inset-block-start: 0.625rem;
    inset-inline-end: 0.625rem;
    display: grid;
    place-items: center;
    inline-size: 2rem;
    block-size: 2rem;
    padding: 0;
    border-radius: 50%;
    background: transparent;
    color: var(--_muted);
  }

  .sound {
    grid-column: 1 / -1;
    margin-block-start: -0.375rem;
    text-align: center;
  }

  .notify {
    grid-column: 1 / -1;
    min-block-size: 2.75rem;
    margin-block: -0.625rem;
    padding: 0.25rem 0.5rem;
    border-radius: var(--call-button-radius, 99rem);
    background: none;
    color: var(--_muted);
    font-size: 0.8125em;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  @media (prefers-reduced-motion: no-preference) {
    [part='popup'] {
      animation: arrive 240ms cubic-bezier(0.2, 0.8, 0.2, 1);
    }

    [part='avatar']::after {
      position: absolute;
      inset: 0;
      border: 0.125rem solid var(--_accent);
      border-radius: 50%;
      animation: pulse 1.6s ease-out infinite;
      content: '';
    }

    @keyframes arrive {
      from {
        translate: 0 0.75rem;
      }
    }

    @keyframes pulse {
      from {
        opacity: 0.7;
      }
      to {
        opacity: 0;
        scale: 1.35;
      }
    }
  }
`;
