import {css} from 'lit';

export const styles = css`
  :host {
    display: inline-block;
    vertical-align: middle;
  }

  .toggle {
    inline-size: 100%;
    font: var(--_font);
    font-weight: 600;
  }
`;
