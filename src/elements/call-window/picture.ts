import type {TemplateResult} from 'lit';

/** The call in a small window of the browser, above all others. */
export interface Picture {
  /** Shows the whole window; without it, only the partner's picture is there. */
  readonly show?: (content: TemplateResult) => void;
  /** Where `show` put it. */
  readonly root?: ParentNode;
  close(): void;
}

export interface PictureOptions {
  readonly host: HTMLElement;
  /** Of the window that it is a copy of. */
  readonly styles: readonly string[];
  readonly closed: () => void;
}
