import {css} from 'lit';

export const styles = css`
  :host {
    --_avatar-size: 2.5rem;
    display: block;
  }

  section {
    container-type: inline-size;
    box-sizing: border-box;
    overflow: hidden;
    border: 0.0625rem solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_on-surface);
    font: var(--call-font, 1rem/1.4 system-ui, sans-serif);
  }

  p,
  ul {
    margin: 0;
    padding: 0;
  }

  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem;
    min-block-size: 2.5rem;
    padding: 0.625rem 0.875rem;
    border-block-end: 0.0625rem solid var(--_border);
  }

  .choice {
    display: flex;
    gap: 0.25rem;
  }

  header button {
    min-block-size: 2.25rem;
    padding: 0.25rem 0.875rem;
    border-radius: var(--call-button-radius, 99rem);
    background: transparent;
    color: var(--_muted);
    font-size: 0.875em;
    font-weight: 600;
  }

  header button:hover:enabled,
  header [aria-pressed='true'] {
    background: var(--_control);
    color: var(--_on-control);
  }

  .question {
    flex: 1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
  }

  .question p {
    flex: 1 1 12rem;
    font-size: 0.875em;
  }

  header .danger {
    background: var(--_danger);
    color: var(--_on-danger);
  }

  header .danger:hover:enabled {
    background: color-mix(in oklab, var(--_danger) 88%, var(--_on-surface));
    color: var(--_on-danger);
  }

  .empty {
    padding: 2.5rem 1rem;
    color: var(--_muted);
    text-align: center;
  }

  [part='list'] {
    list-style: none;
  }

  [part='list']:focus-visible {
    outline-offset: -0.125rem;
  }

  @media (forced-colors: active) {
    .badge,
    [part='call-back'],
    header [aria-pressed='true'],
    header .danger {
      border-color: currentColor;
    }

    .badge {
      border: 0.0625rem solid;
    }
  }
`;
