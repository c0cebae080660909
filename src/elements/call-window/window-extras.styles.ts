import {css} from 'lit';

/** A window that fills a small one above all others, and what stands where it was. */
export const extrasStyles = css`
  .pip {
    box-sizing: border-box;
    block-size: 100dvh;
    border: 0;
    border-radius: 0;
  }

  .pip header {
    min-block-size: 2.5rem;
    padding-block: 0.25rem;
  }

  .pip [part='controls'] {
    padding: 0.5rem;
  }

  .away {
    display: grid;
    flex: 1;
    place-content: center;
    justify-items: center;
    gap: 1rem;
    padding: 1.5rem;
    background: var(--_stage);
    color: var(--_muted);
    text-align: center;
  }

  .away button {
    min-block-size: 2.75rem;
    padding: 0 1.125rem;
    border-radius: var(--call-button-radius, 99rem);
    background: var(--_control);
    color: var(--_on-control);
    font-weight: 600;
  }
`;
