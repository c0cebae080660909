import {css} from 'lit';

export const badgeStyles = css`
  [part='badge'] {
    position: absolute;
    inset-block-end: -0.0625em;
    inset-inline-end: -0.0625em;
    inline-size: 0.625em;
    block-size: 0.625em;
    border: 0.125em solid var(--_surface);
    border-radius: 50%;
    background: light-dark(#7a828b, #8d959e);
  }

  [part='badge'].available {
    background: light-dark(#17914c, #35c977);
  }

  [part='badge'].away {
    background: light-dark(#c77700, #f2b04b);
  }

  [part='badge']:is(.busy, .do-not-disturb) {
    background: light-dark(#c9252d, #ff6b6b);
  }

  @media (forced-colors: active) {
    [part='badge'] {
      background: CanvasText;
    }
  }
`;
