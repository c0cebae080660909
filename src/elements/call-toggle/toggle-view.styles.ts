import {css} from 'lit';

export const styles = css`
  .toggle {
    inline-size: 100%;
    font: var(--_font);
    font-weight: 600;
  }
`;
