import {noChange} from 'lit';
import {Directive, directive} from 'lit/directive.js';

class SameStream extends Directive {
  #last: MediaStream | undefined;

  override render(stream: MediaStream | undefined): unknown {
    if (stream === this.#last) return noChange;
    this.#last = stream;
    return stream ?? null;
  }
}

/** Lit sets objects anew at each render, and a video that gets its stream anew begins from nothing. */
export const sameStream = directive(SameStream);
