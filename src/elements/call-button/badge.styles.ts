import {css} from 'lit';

/** How the callee is, told by shape as well as by colour: a disc, half a disc, a square, a disc with a bar, a ring. */
export const badgeStyles = css`
  [part='badge'] {
    --_dot: light-dark(#7a828b, #8d959e);
    --_ground: var(--_surface);
    position: absolute;
    inset-block-end: -0.0625em;
    inset-inline-end: -0.0625em;
    inline-size: 0.625em;
    block-size: 0.625em;
    border: 0.125em solid var(--_ground);
    border-radius: 50%;
    background: var(--_ground);
    box-shadow: inset 0 0 0 0.125em var(--_dot);
  }

  [part='badge'].available {
    --_dot: light-dark(#17914c, #35c977);
    background: var(--_dot);
  }

  [part='badge'].away {
    --_dot: light-dark(#c77700, #f2b04b);
    background: linear-gradient(90deg, var(--_dot) 50%, var(--_ground) 0);
  }

  [part='badge']:is(.busy, .do-not-disturb) {
    --_dot: light-dark(#c9252d, #ff6b6b);
    background: var(--_dot);
  }

  [part='badge'].busy {
    border-radius: 0.25em;
  }

  [part='badge'].do-not-disturb {
    background: linear-gradient(var(--_ground) 0 0) center / 60% 20% no-repeat var(--_dot);
  }

  @media (forced-colors: active) {
    [part='badge'][part] {
      --_dot: CanvasText;
      --_ground: Canvas;
      forced-color-adjust: none;
    }
  }
`;
