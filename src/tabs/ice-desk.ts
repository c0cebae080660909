import type {IceAnswer} from '../ice/ice-sources.js';
import {fieldsOf, textField} from '../protocol/fields.js';
import type {Fields} from '../protocol/fields.js';
import {CallError} from '../types/call-error.js';

interface Question {
  resolve(answer: IceAnswer): void;
  reject(error: unknown): void;
}

/** Questions for ICE servers to the tab that holds the line, each with its number. */
export class IceDesk {
  readonly #questions = new Map<number, Question>();
  readonly #say: (word: object) => void;
  #count = 0;

  constructor(say: (word: object) => void) {
    this.#say = say;
  }

  readonly ask = (): Promise<IceAnswer> =>
    new Promise((resolve, reject) => {
      this.#count += 1;
      this.#questions.set(this.#count, {resolve, reject});
      this.#say({is: 'ask', n: this.#count});
    });

  answered(word: Fields): void {
    const n = word['n'] as number;
    const question = this.#questions.get(n);
    if (!question) return;
    this.#questions.delete(n);
    const answer = fieldsOf(word['answer']);
    if (answer) question.resolve(answer as unknown as IceAnswer);
    else question.reject(new DOMException(textField(word, 'failure', 256), 'DataError'));
  }

  /** Whoever was asked is no more. */
  giveUp(): void {
    for (const question of this.#questions.values()) question.reject(new CallError('signaling-lost'));
    this.#questions.clear();
  }
}
