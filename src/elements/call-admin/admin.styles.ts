import {css} from 'lit';

export const adminStyles = css`
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

  /* One above the other would be no pair. */
  .moves {
    display: inline-flex;
    gap: 0.25rem;
  }

  .url {
    grid-column: 1 / -1;
  }

  .policy .grid {
    align-items: end;
  }

  .secret {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0.5rem;
    align-items: end;
  }

  [part='servers'] {
    display: grid;
    gap: 1rem;
  }

  .none {
    display: none;
  }

  [part='result']:not(:has(p)) {
    margin-block-start: -0.75rem;
  }

  [part='result'] b {
    margin-inline-end: 0.5rem;
  }

  [part='result'] p {
    margin: 0;
    padding-block: 0.125rem;
    overflow-wrap: anywhere;
  }

  .source b,
  code {
    margin-inline-end: 0.375rem;
  }

  th code {
    margin-inline-start: 0.5rem;
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
`;
