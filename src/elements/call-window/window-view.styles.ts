import {css} from 'lit';

/** What appears does not fade in: words are to be read from the first frame on. */
export const styles = css`
  [part='window'] {
    --_stage: var(--call-stage, light-dark(#f3f4f6, #121416));
    container-type: inline-size;
    box-sizing: border-box;
    display: flex;
    flex-direction: column;
    margin: 0;
    padding: 0;
    overflow: hidden;
    border: 0.0625rem solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_on-surface);
    font: var(--call-font, 1rem/1.4 system-ui, sans-serif);
  }

  .floating {
    --_width: min(var(--call-window-width, 26rem), 100vw - 1rem);
    --_height: min(var(--call-window-height, 27rem), 100dvh - 1rem);
    --_gap: clamp(0.5rem, 2vw, 1.5rem);
    position: fixed;
    inset: auto;
    inset-block-start: max(0.5rem, 100dvh - var(--_height) - var(--_gap));
    inset-inline-start: max(0.5rem, 100vw - var(--_width) - var(--_gap));
    inline-size: var(--_width);
    block-size: var(--_height);
    min-inline-size: min(17rem, 100vw - 1rem);
    min-block-size: min(15rem, 100dvh - 1rem);
    max-inline-size: calc(100vw - 1rem);
    max-block-size: calc(100dvh - 1rem);
    resize: both;
    box-shadow: var(--_shadow);
  }

  .inline {
    inline-size: 100%;
    block-size: 100%;
    min-block-size: 18rem;
  }

  /* A whole page has no room around it; a window that floats does, and its pictures would cover what is drawn inside. */
  .page:focus-visible,
  header:focus-visible {
    outline-offset: -0.1875rem;
  }

  p {
    margin: 0;
  }

  header {
    box-sizing: border-box;
    display: flex;
    flex: none;
    align-items: center;
    gap: 0.75rem;
    min-block-size: 3.5rem;
    padding: 0.5rem 0.625rem;
    padding-inline-start: 1.125rem;
    border-radius: var(--_radius) var(--_radius) 0 0;
  }

  .floating header {
    cursor: grab;
    touch-action: none;
    user-select: none;
  }

  .floating header:active {
    cursor: grabbing;
  }

  .who {
    flex: 1;
    min-inline-size: 0;
  }

  [part='name'] {
    overflow: hidden;
    font-weight: 600;
    line-height: 1.3;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .standing {
    display: flex;
    gap: 0.5rem;
    color: var(--_muted);
    font-size: 0.8125em;
    font-variant-numeric: tabular-nums;
    line-height: 1.3;
  }

  [part='close'] {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 2.25rem;
    block-size: 2.25rem;
    padding: 0;
    border-radius: 50%;
    background: transparent;
    color: var(--_muted);
  }

  [part='close']:hover {
    background: var(--_control);
  }

  [part='message'] {
    flex: none;
    padding: 0.625rem 1.125rem;
    font-size: 0.875em;
  }

  [part='message'].none {
    padding: 0;
  }

  .trouble {
    background: light-dark(#fff4dc, #3d3116);
    color: light-dark(#5c3d00, #ffdf9e);
  }

  .over {
    padding-block: 1.25rem 1.5rem;
    text-align: center;
  }

  .over p + p {
    margin-block-start: 0.25rem;
    color: var(--_muted);
  }

  .sentence {
    font-weight: 600;
  }

  .calm .sentence {
    color: var(--_muted);
    font-weight: normal;
  }

  .over .sentence {
    font-size: 1.1429em;
  }

  @media (prefers-reduced-motion: no-preference) {
    .floating {
      animation: open 200ms cubic-bezier(0.2, 0.8, 0.2, 1);
    }

    @keyframes open {
      from {
        scale: 0.97;
      }
    }
  }
`;
