import {css} from 'lit';

export const accountsStyles = css`
  ul {
    display: grid;
    gap: 0.75rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  ul:empty {
    display: none;
  }

  li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.5rem;
    align-items: end;
  }

  li label:first-child,
  li .fault {
    grid-column: 1 / -1;
  }

  @container (min-inline-size: 30rem) {
    li {
      grid-template-columns: minmax(8rem, 1fr) minmax(0, 2fr) auto;
    }

    li label:first-child {
      grid-column: auto;
    }
  }
`;
