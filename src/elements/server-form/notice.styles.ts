import {css} from 'lit';

/** What is said around the fields, and the rows of buttons. */
export const noticeStyles = css`
  .actions,
  .bar,
  .question {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
  }

  .bar {
    padding-block-start: 1rem;
    border-block-start: 0.0625rem solid var(--_border);
  }

  .said {
    margin-inline-start: 0.25rem;
    color: var(--_muted);
    font-size: 0.9375em;
  }

  .question > span {
    flex-basis: 100%;
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .fault,
  .said.wrong,
  p.wrong {
    color: var(--_wrong);
    font-size: 0.9375em;
    font-weight: 400;
  }

  .said.good,
  p.good {
    color: var(--_good);
    font-size: 0.9375em;
  }

  .notice {
    display: grid;
    gap: 0.5rem;
    justify-items: start;
    margin: 0;
    padding: 0.875rem 1rem;
    border-inline-start: 0.25rem solid var(--_field);
    border-radius: 0.5rem;
    background: color-mix(in oklab, var(--_control) 60%, transparent);
    overflow-wrap: anywhere;
  }

  section > .notice {
    margin-block-end: 1rem;
  }

  .notice.wrong {
    border-color: var(--_wrong);
  }

  .notice.warning {
    border-color: light-dark(#a85f00, #f2b04b);
    padding-inline-start: 2rem;
    list-style: disc;
  }

  .notice.conflict {
    border-color: light-dark(#a85f00, #f2b04b);
    justify-items: stretch;
  }

  fieldset {
    display: grid;
    gap: 0.5rem;
    min-inline-size: 0;
    margin: 0.375rem 0 0;
    padding: 0.5rem 0.75rem 0.75rem;
    border: 0.0625rem solid var(--_border);
    border-radius: 0.5rem;
  }

  @container (min-inline-size: 34rem) {
    fieldset {
      grid-template-columns: 1fr 1fr;
    }
  }

  legend {
    padding: 0 0.25rem;
    font-weight: 600;
  }

  .side {
    grid-template-columns: auto 1fr;
    gap: 0.625rem;
    font-weight: 400;
    cursor: pointer;
  }

  .value {
    display: block;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }

  @media (forced-colors: active) {
    .main,
    .plain,
    .danger {
      border-color: ButtonText;
    }

    button[aria-disabled='true'] {
      opacity: 1;
      border-color: GrayText;
      color: GrayText;
    }
  }
`;
