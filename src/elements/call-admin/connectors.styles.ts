import {css} from 'lit';

/** The table of connectors and its switches. */
export const connectorsStyles = css`
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

  .panel td > * + * {
    margin-block-start: 0.75rem;
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

  @media (forced-colors: active) {
    /* The track has a border of its own. */
    .switch {
      border: 0;
    }

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
