import {css} from 'lit';

export const choicesStyles = css`
  .choices {
    box-sizing: border-box;
    inset: auto auto var(--_y) clamp(0.5rem, var(--_x) - 9rem, 100vw - 18.5rem);
    inline-size: min(18rem, 100vw - 1rem);
    max-block-size: calc(100dvh - var(--_y) - 0.5rem);
    margin: 0;
    padding: 1rem;
    border: 0.0625rem solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_on-surface);
    box-shadow: var(--_shadow);
    font-size: 0.875em;
  }

  label {
    display: grid;
    gap: 0.25rem;
    font-weight: 600;
  }

  label + label {
    margin-block-start: 0.75rem;
  }

  select {
    inline-size: 100%;
    min-block-size: 2.75rem;
    padding: 0 0.625rem;
    border: 0.0625rem solid var(--_border);
    border-radius: calc(var(--_radius) * 0.625);
    background: var(--_control);
    color: var(--_on-control);
    font: inherit;
    font-weight: 400;
    text-overflow: ellipsis;
  }
`;
