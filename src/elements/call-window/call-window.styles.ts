import {css} from 'lit';

export const styles = css`
  :host {
    display: contents;
  }

  :host([mode='inline']) {
    display: block;
  }
`;
