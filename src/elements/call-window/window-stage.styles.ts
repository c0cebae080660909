import {css} from 'lit';

export const stageStyles = css`
  [part='window'].page {
    position: fixed;
    inset: 0;
    block-size: 100dvh;
    border: 0;
    border-radius: 0;
  }

  .scene {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-block-size: 0;
  }

  /* Nothing to show: what is said stands in the middle. */
  .idle .scene {
    display: none;
  }

  .idle [part='message'] {
    display: grid;
    flex: 1;
    place-content: center;
  }

  .stage {
    --_avatar-size: clamp(2.5rem, min(26cqi, 62cqb), 7rem);
    container-type: size;
    position: relative;
    display: grid;
    flex: 1;
    place-items: center;
    min-block-size: 6rem;
    overflow: hidden;
    background: var(--_stage);
  }

  video {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    background: #000;
    object-fit: cover;
  }

  video.none,
  .choices:empty {
    visibility: hidden;
  }

  .screen {
    object-fit: contain;
  }

  [part='local-video'] {
    transform: scaleX(-1);
  }

  [part='local-video'].small {
    inset: auto;
    inset-block-end: 0.75rem;
    inset-inline-end: 0.75rem;
    inline-size: clamp(5rem, 27cqi, 12rem);
    block-size: auto;
    aspect-ratio: 4 / 3;
    border-radius: calc(var(--_radius) * 0.625);
    box-shadow: 0 0.25rem 1rem rgb(0 0 0 / 35%);
  }

  .badges {
    position: absolute;
    inset-block-start: 0.75rem;
    inset-inline: 0.75rem;
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
  }

  .badge {
    display: inline-flex;
    align-items: center;
    min-block-size: 1.75rem;
    padding: 0 0.625rem;
    border-radius: 99rem;
    background: #16191d;
    color: #fff;
    font-size: 0.8125em;
  }

  .muted {
    padding: 0 0.375rem;
  }

  .muted svg {
    inline-size: 1rem;
    block-size: 1rem;
  }

  .reconnecting video.remote,
  .reconnecting video.screen {
    opacity: 0.5;
  }

  @media (prefers-reduced-motion: no-preference) {
    .initiating [part='avatar'],
    .ringing [part='avatar'] {
      animation: breathe 1.8s ease-in-out infinite alternate;
    }

    @keyframes breathe {
      to {
        box-shadow: 0 0 0 0.75rem color-mix(in oklab, var(--_accent) 14%, transparent);
      }
    }
  }
`;
