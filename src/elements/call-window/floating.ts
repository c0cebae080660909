import {noChange} from 'lit';
import {AsyncDirective, directive} from 'lit/async-directive.js';
import type {ElementPart} from 'lit/directive.js';

const STEP = 16;
const MARGIN = 4;
const KEYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/** How far to go so that `start`…`end` lies within `size`; where it is larger, its start wins. */
const correction = (start: number, end: number, size: number): number => {
  const back = Math.min(0, size - MARGIN - end);
  return Math.max(back, MARGIN - start);
};

/** Lets an element be moved by its `<header>`, with pointer or arrow keys, and keeps it within the viewport. */
class Floating extends AsyncDirective {
  #element: HTMLElement | undefined;
  #watch: AbortController | undefined;
  #x = 0;
  #y = 0;

  override render(): typeof noChange {
    return noChange;
  }

  override update({element}: ElementPart): typeof noChange {
    this.#element = element as HTMLElement;
    if (this.isConnected && !this.#watch) this.reconnected();
    return noChange;
  }

  protected override disconnected(): void {
    this.#watch?.abort();
    this.#watch = undefined;
  }

  protected override reconnected(): void {
    const element = this.#element;
    if (!element) return;
    this.#watch = new AbortController();
    const {signal} = this.#watch;
    element.addEventListener('pointerdown', this.#grab, {signal});
    element.addEventListener('pointermove', this.#drag, {signal});
    element.addEventListener('keydown', this.#key, {signal});
    const resized = new ResizeObserver(() => this.#moveBy(0, 0));
    resized.observe(element);
    resized.observe(element.ownerDocument.documentElement);
    window.addEventListener('resize', () => this.#moveBy(0, 0), {signal});
    signal.addEventListener('abort', () => resized.disconnect());
  }

  #moveBy(x: number, y: number): void {
    const element = this.#element;
    const box = element?.getBoundingClientRect();
    if (!element || !box?.width) return;
    this.#x += x + correction(box.left + x, box.right + x, window.innerWidth);
    this.#y += y + correction(box.top + y, box.bottom + y, window.innerHeight);
    element.style.translate = `${this.#x}px ${this.#y}px`;
  }

  readonly #grab = (event: PointerEvent): void => {
    const target = event.target as Element;
    const header = target.closest('header');
    if (event.button === 0 && header && !target.closest('button')) header.setPointerCapture(event.pointerId);
  };

  readonly #drag = (event: PointerEvent): void => {
    const target = event.target as Element;
    if (target.localName === 'header' && target.hasPointerCapture(event.pointerId)) {
      this.#moveBy(event.movementX, event.movementY);
    }
  };

  readonly #key = (event: KeyboardEvent): void => {
    const [x, y] = KEYS[event.key] ?? [];
    if (x === undefined || y === undefined || (event.target as Element).localName !== 'header') return;
    event.preventDefault();
    this.#moveBy(x, y);
  };
}

/** Put on the element that floats. */
export const floating = directive(Floating);
