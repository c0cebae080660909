import {css} from 'lit';

/** What the forms over the server's settings have in common. */
export const formStyles = css`
  :host {
    --_border: var(--call-border, light-dark(#dfe2e6, #3a4047));
    --_good: light-dark(#0b6b37, #4fd68b);
    --_wrong: light-dark(#b3202a, #ff8f8f);
    --_field: light-dark(#7d858e, #8a929b);
    display: block;
    color: var(--_on-surface);
    font: var(--_font);
  }

  .view {
    container-type: inline-size;
    display: grid;
    gap: 1.25rem;
  }

  section {
    padding: clamp(0.875rem, 4cqi, 1.5rem);
    border: 0.0625rem solid var(--_border);
    border-radius: var(--call-radius, 1rem);
    background: var(--_surface);
  }

  form {
    display: grid;
    gap: 1rem;
  }

  h2 {
    margin: 0 0 0.25rem;
    font-size: 1.1875em;
    line-height: 1.3;
  }

  p {
    margin: 0;
  }

  .hint,
  small {
    color: var(--_muted);
    font-size: 0.875em;
    line-height: 1.45;
  }

  section > .hint {
    margin-block-end: 1rem;
  }

  small {
    font-weight: 400;
  }

  .empty {
    padding: 1rem;
    border: 0.0625rem dashed var(--_border);
    border-radius: 0.75rem;
    color: var(--_muted);
    text-align: center;
  }

  .grid {
    display: grid;
    grid-template-columns: 1fr;
    gap: 0.75rem 1rem;
    align-items: start;
  }

  @container (min-inline-size: 34rem) {
    .grid {
      grid-template-columns: 1fr 1fr;
    }
  }

  label {
    display: grid;
    gap: 0.25rem;
    min-inline-size: 0;
    font-weight: 600;
    font-size: 0.9375em;
  }

  .check {
    grid-template-columns: auto 1fr;
    gap: 0.625rem;
    align-items: center;
    min-block-size: 2rem;
    font-weight: 400;
    cursor: pointer;
  }

  .check input,
  .side input {
    flex: none;
    inline-size: 1.125rem;
    block-size: 1.125rem;
    margin: 0;
    accent-color: var(--_accent);
  }

  input:is([type='text'], [type='password']),
  select {
    box-sizing: border-box;
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: 2.75rem;
    padding: 0.375rem 0.75rem;
    border: 0.0625rem solid var(--_field);
    border-radius: 0.5rem;
    background: var(--_surface);
    color: var(--_on-surface);
    font: inherit;
    font-weight: 400;
    text-overflow: ellipsis;
  }

  ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }

  [aria-invalid='true'] {
    border-color: var(--_wrong);
    box-shadow: inset 0 0 0 0.0625rem var(--_wrong);
  }

  .main,
  .plain,
  .danger {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.375rem;
    min-block-size: 2.75rem;
    padding: 0.25rem 1rem;
    border-radius: var(--call-button-radius, 99rem);
    background: var(--_control);
    color: var(--_on-control);
    font-weight: 600;
    line-height: 1.2;
  }

  .main {
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .danger {
    background: var(--_danger);
    color: var(--_on-danger);
  }

  .plain[aria-pressed='true'] {
    box-shadow: inset 0 0 0 0.125rem var(--_on-control);
  }

  .round {
    display: inline-grid;
    place-items: center;
    inline-size: 2.75rem;
    block-size: 2.75rem;
    padding: 0;
    border-radius: 50%;
    background: none;
    color: var(--_on-surface);
  }

  :is(.plain, .round):hover:not([aria-disabled='true']),
  .round[aria-expanded='true'] {
    background: color-mix(in oklab, var(--_control) 88%, var(--_on-surface));
  }

  .main:hover:not([aria-disabled='true']) {
    background: color-mix(in oklab, var(--_accent) 88%, var(--_on-surface));
  }

  button[aria-disabled='true'] {
    background: var(--_control);
    color: var(--_muted);
    cursor: default;
  }

  .round[aria-disabled='true'] {
    background: none;
    opacity: 0.4;
  }

  .add {
    justify-self: start;
  }
`;
