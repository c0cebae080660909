import {css} from 'lit';

export const controlsStyles = css`
  [part='controls'] {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: min(0.625rem, 2cqi);
    padding: 0.75rem;
  }

  [part='controls'] button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    inline-size: 2.875rem;
    min-block-size: 2.875rem;
    padding: 0;
    border-radius: var(--call-button-radius, 99rem);
  }

  [part='controls'] [part='hangup'] {
    inline-size: 4rem;
    background: var(--_danger);
    color: var(--_on-danger);
  }

  /* All in one row, down to the narrowest of screens. */
  @container (inline-size < 22rem) {
    [part='controls'] {
      gap: 0.1875rem;
      padding-inline: 0.5rem;
    }

    [part='controls'] > button {
      flex: 1 1 2.25rem;
      max-inline-size: 2.875rem;
    }

    [part='controls'] > [part='hangup'] {
      flex-basis: 2.875rem;
      max-inline-size: 4rem;
    }
  }

  [part='hangup'] svg {
    inline-size: 1.5em;
    block-size: 1.5em;
  }

  [part='hangup']:hover {
    background: color-mix(in oklab, var(--_danger) 88%, var(--_on-surface));
  }
`;
