import {css} from 'lit';

/** The button and its arrow stand side by side, as one. */
export const waysStyles = css`
  :host(:not([oneself], [hidden])) {
    display: inline-flex;
    position: relative;
  }

  /* The badge is in the corner of both together. */
  .face:is(.menu-button, :has(~ .menu-button)) {
    position: static;
  }

  [part='button'] {
    flex: 1;
    min-inline-size: 0;
  }

  [part='button']:has(~ .menu-button) {
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }

  [part='button'].icon:has(~ .menu-button) {
    flex: none;
  }

  .menu-button {
    flex: none;
    inline-size: 2.25em;
    padding: 0;
    margin-inline-start: 0.0625rem;
    border-start-start-radius: 0;
    border-end-start-radius: 0;
  }
`;
