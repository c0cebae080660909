import {css} from 'lit';

export const avatarStyles = css`
  [part='avatar'] {
    position: relative;
    display: grid;
    flex: none;
    place-items: center;
    inline-size: var(--_avatar-size);
    block-size: var(--_avatar-size);
    border-radius: 50%;
    background: color-mix(in oklab, var(--_accent) 16%, var(--_surface));
    color: color-mix(in oklab, var(--_accent) 62%, var(--_on-surface));
    font-size: calc(var(--_avatar-size) * 0.38);
    font-weight: 600;
    line-height: 1;
  }

  [part='avatar'] img,
  [part='avatar'] ::slotted(img) {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    border-radius: 50%;
    object-fit: cover;
  }

  [part='avatar'] img[hidden] {
    display: none;
  }

  @media (forced-colors: active) {
    [part='avatar'] {
      border: 0.0625rem solid CanvasText;
    }
  }
`;
