import {css} from 'lit';

export const choicesStyles = css`
  .choices {
    box-sizing: border-box;
    inset: auto auto var(--_y) clamp(0.5rem, var(--_x) - 9rem, 100vw - 18.5rem);
    inline-size: min(18rem, 100vw - 1rem);
    max-block-size: calc(100dvh - var(--_y) - 0.5rem);
    margin: 0;
    padding: 1rem;
    border: 0.0625rem solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_on-surface);
    box-shadow: var(--_shadow);
    font-size: 0.875em;
  }

  label {
    display: grid;
    gap: 0.25rem;
    font-weight: 600;
  }

  .field {
    display: grid;
    gap: 0.5rem;
  }

  .field ~ .field {
    margin-block-start: 0.875rem;
  }

  .name {
    margin: 0;
    font-weight: 600;
  }

  .calm {
    margin: 0;
    color: var(--_muted);
  }

  .calm:empty {
    display: none;
  }

  .level {
    block-size: 0.5rem;
    overflow: hidden;
    border: 0.0625rem solid var(--_border);
    border-radius: 99rem;
    background: var(--_control);
  }

  .level svg {
    inline-size: 100%;
    block-size: 100%;
    fill: var(--_accent);
  }

  [dir='rtl'] .level svg {
    scale: -1 1;
  }

  .choices .test {
    justify-self: start;
    inline-size: auto;
    block-size: auto;
    min-block-size: 2.75rem;
    padding: 0.25rem 1rem;
    border-radius: var(--call-button-radius, 99rem);
    background: var(--_control);
    color: var(--_on-control);
    font-weight: 600;
  }

  .choices .test:hover {
    background: color-mix(in oklab, var(--_control) 90%, var(--_on-surface));
  }

  @media (forced-colors: active) {
    .choices .test {
      border-color: ButtonBorder;
    }

    .level {
      forced-color-adjust: none;
      border-color: CanvasText;
      background: Canvas;
    }

    .level svg {
      fill: Highlight;
    }
  }

  select {
    inline-size: 100%;
    min-block-size: 2.75rem;
    padding: 0 0.625rem;
    border: 0.0625rem solid var(--_border);
    border-radius: calc(var(--_radius) * 0.625);
    background: var(--_control);
    color: var(--_on-control);
    font: inherit;
    font-weight: 400;
    text-overflow: ellipsis;
  }
`;
