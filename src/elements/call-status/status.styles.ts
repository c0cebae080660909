import {css} from 'lit';

export const styles = css`
  :host {
    display: inline-block;
    position: relative;
    max-inline-size: 100%;
    font: var(--_font);
  }

  [part='button'] {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    max-inline-size: 100%;
    min-block-size: 2.25rem;
    padding-block: 0.125rem;
    padding-inline: 0.5rem 0.75rem;
    border-radius: var(--call-button-radius, 99rem);
    background: var(--_control);
    color: var(--_on-control);
    line-height: 1.2;
  }

  @media (pointer: coarse) {
    [part='button'] {
      min-block-size: 2.75rem;
    }
  }

  [part='button']:hover {
    background: color-mix(in oklab, var(--_control) 90%, var(--_on-surface));
  }

  .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .arrow svg {
    inline-size: 1em;
    block-size: 1em;
  }

  .status {
    display: grid;
    color: var(--_colour);
  }

  .available {
    --_colour: var(--_accent);
  }

  .away {
    --_colour: light-dark(#9a5b00, #ffbe5c);
  }

  .busy,
  .do-not-disturb {
    --_colour: var(--_danger);
  }

  .invisible {
    --_colour: var(--_muted);
  }

  .sign,
  .ring {
    fill: none;
    stroke: var(--_surface);
    stroke-width: 2.25;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .ring {
    stroke: currentColor;
  }

  @media (forced-colors: active) {
    [part='button'] {
      border-color: ButtonBorder;
    }

    .status {
      color: inherit;
    }

    .sign {
      stroke: Canvas;
    }

    .menu-item:is(:hover, :focus) .sign {
      stroke: Highlight;
    }
  }
`;
