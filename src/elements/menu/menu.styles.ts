import {css} from 'lit';

export const menuStyles = css`
  .menu {
    --_menu-border: var(--call-border, light-dark(#dfe2e6, #3a4047));
    --_menu-radius: calc(var(--call-radius, 1rem) * 0.75);
    position: fixed;
    inset: var(--_y, 0) auto auto var(--_x, 0);
    box-sizing: border-box;
    inline-size: max-content;
    min-inline-size: min(12rem, 100vw - 0.5rem);
    max-inline-size: min(20rem, 100vw - 0.5rem);
    max-block-size: var(--_room, 100dvh);
    margin: 0;
    padding: 0.25rem;
    overflow: auto;
    overscroll-behavior: contain;
    border: 0.0625rem solid var(--_menu-border);
    border-radius: var(--_menu-radius);
    background: var(--_surface);
    color: var(--_on-surface);
    box-shadow: var(
      --call-shadow,
      0 0.0625rem 0.125rem rgb(0 0 0 / 8%),
      0 0.75rem 2.5rem -0.5rem rgb(0 0 0 / 28%)
    );
    font: var(--_font);
    font-weight: 400;
    text-align: start;
  }

  .menu:not(:popover-open) {
    display: none;
  }

  .menu-item {
    display: flex;
    align-items: center;
    gap: 0.625rem;
    inline-size: 100%;
    min-block-size: 2.75rem;
    padding: 0.375rem 0.75rem;
    border-radius: calc(var(--_menu-radius) - 0.25rem);
    background: none;
    color: inherit;
    line-height: 1.25;
    text-align: start;
  }

  .menu-item:is(:hover, :focus) {
    background: var(--_control);
    color: var(--_on-control);
  }

  .menu-item:focus-visible {
    outline-offset: -0.125rem;
  }

  .menu-item[aria-disabled='true'] {
    color: var(--_muted);
    cursor: default;
  }

  .menu-item.alone {
    position: relative;
    margin-block-start: 0.5rem;
  }

  .alone::before {
    position: absolute;
    inset: -0.25rem 0.5rem auto;
    border-block-start: 0.0625rem solid var(--_menu-border);
    content: '';
  }

  .menu-words {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .menu-note {
    display: block;
    margin-block-start: 0.125rem;
    color: var(--_muted);
    font-size: 0.8125em;
  }

  .menu-check {
    visibility: hidden;
  }

  [aria-checked='true'] > .menu-check {
    visibility: visible;
  }

  @media (forced-colors: active) {
    .menu-item:is(:hover, :focus) {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }

    .menu-item:is(:hover, :focus) .menu-note {
      color: inherit;
    }

    .menu-item[aria-disabled='true'] {
      color: GrayText;
    }
  }
`;
