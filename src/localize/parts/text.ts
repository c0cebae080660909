/** What is said of the text of a call. */
export interface TextTerms {
  /** Names the panel and the button that opens it. */
  readonly text: string;
  /** The button's name while there are lines that were not seen. */
  readonly unread: (count: string) => string;
  readonly you: string;
  /** Names the field. */
  readonly writeTo: (name: string) => string;
  readonly send: string;
  readonly isWriting: (name: string) => string;
  /** Under an empty panel. */
  readonly asYouType: (name: string) => string;
  readonly notSent: string;
}

export const enText: TextTerms = {
  text: 'Text',
  unread: (count) => `Text, new: ${count}`,
  you: 'You',
  writeTo: (name) => `Write to ${name}`,
  send: 'Send',
  isWriting: (name) => `${name} is writing`,
  asYouType: (name) => `${name} sees each letter as you type it.`,
  notSent: 'Not sent: there is no connection at the moment.',
};
