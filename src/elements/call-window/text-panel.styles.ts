import {css} from 'lit';

export const textStyles = css`
  .stage:has(+ [part='text']) {
    min-block-size: 4rem;
  }

  [part='text'] {
    display: flex;
    flex: 1.6;
    flex-direction: column;
    min-block-size: 0;
    border-block-start: 0.0625rem solid var(--_border);
    background: var(--_surface);
    font-size: 0.9375em;
  }

  /* Turned round, so that the end stays in sight as it grows. */
  .lines {
    display: flex;
    flex: 1;
    flex-direction: column-reverse;
    min-block-size: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
  }

  .lines:focus-visible {
    outline-offset: -0.125rem;
  }

  .lines > div {
    display: flex;
    flex-direction: column;
    gap: 0.5rem;
    padding: 0.625rem 0.875rem;
  }

  .lines p {
    display: grid;
    max-inline-size: 85%;
  }

  .lines p[hidden] {
    display: none;
  }

  .me {
    align-self: end;
    justify-items: end;
  }

  .them {
    align-self: start;
    justify-items: start;
  }

  p .who {
    color: var(--_muted);
    font-size: 0.75rem;
  }

  .said {
    padding: 0.375rem 0.75rem;
    border: 0.0625rem solid transparent;
    border-radius: 0.875rem;
    background: var(--_control);
    color: var(--_on-control);
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  .me .said {
    background: color-mix(in oklab, var(--_accent) 18%, var(--_surface));
    color: var(--_on-surface);
  }

  .draft .said {
    border: 0.0625rem dashed var(--_muted);
    background: transparent;
    color: var(--_on-surface);
  }

  .failed {
    padding-inline: 0.875rem;
    color: var(--_danger);
    font-size: 0.8125rem;
  }

  form {
    display: flex;
    align-items: end;
    gap: 0.5rem;
    padding: 0.5rem 0.625rem 0.625rem;
  }

  textarea {
    field-sizing: content;
    box-sizing: border-box;
    flex: 1;
    min-inline-size: 0;
    min-block-size: 2.75rem;
    max-block-size: 6rem;
    padding: 0.625rem 0.875rem;
    border: 0.0625rem solid var(--_muted);
    border-radius: 1.375rem;
    background: var(--_surface);
    color: var(--_on-surface);
    font: inherit;
    line-height: 1.4;
    resize: none;
  }

  textarea::placeholder {
    overflow: hidden;
    color: var(--_muted);
    opacity: 1;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .send {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 2.75rem;
    block-size: 2.75rem;
    padding: 0;
    border-radius: 50%;
    background: var(--_accent);
    color: var(--_on-accent);
  }

  [part='text']:dir(rtl) .send svg {
    scale: -1 1;
  }

  [part='text-toggle'] {
    position: relative;
  }

  [part='text-toggle'][aria-expanded='true'] {
    background: color-mix(in oklab, var(--_control) 80%, var(--_on-surface));
  }

  .unread {
    position: absolute;
    inset-block-start: -0.25rem;
    inset-inline-end: -0.25rem;
    min-inline-size: 1.25rem;
    padding: 0 0.25rem;
    border-radius: 99rem;
    background: var(--_danger);
    color: var(--_on-danger);
    font-size: 0.75rem;
    font-weight: 600;
    line-height: 1.25rem;
  }

  @container (inline-size >= 44rem) {
    .scene:has([part='text']) {
      flex-direction: row;
    }

    [part='text'] {
      flex: none;
      inline-size: 20rem;
      border-block-start: 0;
      border-inline-start: 0.0625rem solid var(--_border);
    }
  }

  @media (forced-colors: active) {
    .said,
    .unread {
      border: 0.0625rem solid CanvasText;
    }

    .send {
      border-color: ButtonText;
    }
  }
`;
