import type {CallNotice} from '../../types/notice.js';

export interface TextLine {
  readonly from: 'me' | 'them';
  readonly text: string;
}

/** Older lines go, so that nobody can fill the page. */
const MOST_LINES = 500;

/** What two people wrote to each other in one call. */
export class TextConversation {
  readonly callId: string;
  #lines: readonly TextLine[] = [];
  #theirDraft = '';
  #unread = 0;

  constructor(callId: string) {
    this.callId = callId;
  }

  get lines(): readonly TextLine[] {
    return this.#lines;
  }

  /** What the other is writing now. */
  get theirDraft(): string {
    return this.#theirDraft;
  }

  get unread(): number {
    return this.#unread;
  }

  /** True when it was text of this call. */
  hear({type, detail}: CallNotice): boolean {
    if (detail.callId !== this.callId) return false;
    if (type === 'call-text-draft') {
      this.#theirDraft = detail.text;
      return true;
    }
    if (type !== 'call-text') return false;
    this.#theirDraft = '';
    // An empty line says nothing.
    if (detail.text.trim()) this.#add({from: 'them', text: detail.text});
    return true;
  }

  say(text: string): void {
    this.#add({from: 'me', text});
  }

  seen(): void {
    this.#unread = 0;
  }

  #add(line: TextLine): void {
    this.#lines = [...this.#lines, line].slice(-MOST_LINES);
    if (line.from === 'them') this.#unread += 1;
  }
}
