import {css} from 'lit';

/**
 * Where the popups are. The first one stays in its corner and the later ones lie beyond it, so that none moves away under a
 * finger. Of many, three are to be seen at once and the others by scrolling.
 */
export const stackStyles = css`
  .stack {
    --_gap: clamp(0.75rem, 2vw, 1.5rem);
    position: fixed;
    inset: auto;
    box-sizing: border-box;
    display: flex;
    gap: 0.75rem;
    max-inline-size: 100vw;
    max-block-size: min(100dvh, 46rem);
    margin: 0;
    padding: var(--_gap);
    overflow: visible;
    border: 0;
    background: none;
    pointer-events: none;
  }

  .several {
    overflow: hidden auto;
    overscroll-behavior: contain;
  }

  .stack:is(.bottom-right, .bottom-left) {
    flex-direction: column-reverse;
    inset-block-end: 0;
  }

  .stack:is(.top-right, .top-left) {
    flex-direction: column;
    inset-block-start: 0;
  }

  .stack:is(.bottom-right, .top-right) {
    inset-inline-end: 0;
  }

  .stack:is(.bottom-left, .top-left) {
    inset-inline-start: 0;
  }

  .stack > * {
    flex: none;
    pointer-events: auto;
  }

  /* Three are to be seen on a small screen, too. The first one stays as it is: somebody may be about to press it. */
  @media (max-height: 46rem) {
    .several {
      gap: 0.5rem;
    }

    .several > * + [part='popup'] {
      --_avatar-size: 2.75rem;
      gap: 0.5rem 0.75rem;
      padding: 0.75rem;
    }

    /* The drawing on Answer says it, too; and who hears the page is told by the popup's name. */
    .several > * + [part='popup'] .kind {
      display: none;
    }

    .several > * + [part='popup'] .actions {
      gap: 0.375rem;
    }

    .several > * + [part='popup'] .actions button {
      min-block-size: 2.5rem;
    }
  }
`;
