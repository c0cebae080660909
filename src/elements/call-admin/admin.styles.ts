import {css} from 'lit';

export const adminStyles = css`
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }

  th,
  td {
    padding: 0.5rem 0.25rem;
    border-block-end: 0.0625rem solid var(--_border);
    text-align: start;
    vertical-align: middle;
  }

  thead th {
    color: var(--_muted);
    font-size: 0.8125em;
    font-weight: 600;
  }

  tbody th {
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  code {
    color: var(--_muted);
    font-size: 0.8125em;
    font-weight: 400;
  }

  .end {
    text-align: end;
  }

  .panel td {
    padding: 0.75rem;
    background: color-mix(in oklab, var(--_control) 45%, transparent);
  }

  .switch {
    display: inline-grid;
    place-items: center;
    min-inline-size: 3.25rem;
    min-block-size: 2.75rem;
    padding: 0;
    background: none;
  }

  .track {
    box-sizing: border-box;
    display: block;
    inline-size: 2.75rem;
    block-size: 1.5rem;
    padding: 0.125rem;
    border: 0.0625rem solid var(--_muted);
    border-radius: 99rem;
    background: var(--_control);
  }

  .thumb {
    display: block;
    inline-size: 1.125rem;
    block-size: 1.125rem;
    border-radius: 50%;
    background: var(--_muted);
  }

  [aria-checked='true'] .track {
    border-color: var(--_accent);
    background: var(--_accent);
  }

  [aria-checked='true'] .thumb {
    margin-inline-start: auto;
    background: var(--_on-accent);
  }

  .switch[aria-busy='true'] .track {
    opacity: 0.5;
  }

  .cards {
    display: grid;
    gap: 0.75rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .card {
    display: grid;
    gap: 0.75rem;
    padding: 0.875rem;
    border: 0.0625rem solid var(--_border);
    border-radius: 0.75rem;
  }

  .card.resting {
    border-style: dashed;
  }

  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.25rem 1rem;
  }

  .url {
    grid-column: 1 / -1;
  }

  .secret {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0.5rem;
    align-items: end;
  }

  [part='result'] p {
    margin: 0;
    padding-block: 0.125rem;
    overflow-wrap: anywhere;
  }

  .source p {
    margin: 0;
  }

  .source ol {
    margin: 0.5rem 0 0;
    padding-inline-start: 1.25rem;
  }

  summary {
    padding-block: 0.25rem;
    inline-size: fit-content;
    cursor: pointer;
  }

  @media (forced-colors: active) {
    .track {
      border-color: ButtonText;
    }

    .thumb {
      background: ButtonText;
    }

    [aria-checked='true'] .track {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
    }

    [aria-checked='true'] .thumb {
      forced-color-adjust: none;
      background: HighlightText;
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    .track,
    .thumb {
      transition: background 120ms ease;
    }
  }
`;
