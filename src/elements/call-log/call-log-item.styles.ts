import {css} from 'lit';

export const itemStyles = css`
  [part='item'] {
    --_missed: var(--call-danger, light-dark(#b81f27, #ff8a8a));
    display: grid;
    grid-template-columns: auto 1fr auto auto;
    gap: 0.25rem 0.875rem;
    align-items: center;
    padding: 0.625rem 0.875rem;
  }

  [part='item'] + [part='item'] {
    border-block-start: 0.0625rem solid var(--_border);
  }

  .what {
    min-inline-size: 0;
  }

  .name {
    font-weight: 600;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }

  .how {
    display: flex;
    gap: 0.375rem;
    align-items: center;
    color: var(--_muted);
    font-size: 0.875em;
    line-height: 1.3;
  }

  .how svg {
    inline-size: 1.125em;
    block-size: 1.125em;
  }

  :dir(rtl) > .how svg {
    scale: -1 1;
  }

  .missed .how svg,
  .missed .way {
    color: var(--_missed);
  }

  .missed .way {
    font-weight: 600;
  }

  .badge {
    display: inline-block;
    padding: 0 0.4375rem;
    border-radius: 99rem;
    background: var(--_danger);
    color: var(--_on-danger);
    font-size: 0.75rem;
    line-height: 1.5;
    vertical-align: 0.0625rem;
  }

  time {
    color: var(--_muted);
    font-size: 0.8125em;
    font-variant-numeric: tabular-nums;
    text-align: end;
  }

  [part='call-back'] {
    display: grid;
    place-items: center;
    inline-size: 2.75rem;
    block-size: 2.75rem;
    padding: 0;
    border-radius: var(--call-button-radius, 99rem);
    background: var(--_control);
    color: var(--_accent);
  }

  [part='call-back']:hover:not([aria-disabled='true']) {
    background: color-mix(in oklab, var(--_control) 84%, var(--_on-surface));
  }

  [part='call-back'][aria-disabled='true'] {
    opacity: 0.45;
  }

  @media (forced-colors: active) {
    [part='call-back'][aria-disabled='true'] {
      color: GrayText;
    }
  }

  @container (inline-size < 26rem) {
    [part='item'] {
      grid-template-columns: auto 1fr auto;
    }

    time {
      grid-row: 2;
      grid-column: 2;
      text-align: start;
    }

    [part='call-back'] {
      grid-row: 1 / span 2;
      grid-column: 3;
    }
  }
`;
