import type {IceAnswer} from '../ice/ice-sources.js';
import {fieldsOf, textField} from '../protocol/fields.js';
import type {Fields} from '../protocol/fields.js';

interface Question {
  /** The tab that was asked. */
  holder: string | undefined;
  resolve(answer: IceAnswer): void;
  reject(error: unknown): void;
}

/** Questions for ICE servers to the tab that holds the line, each with its number. */
export class IceDesk {
  readonly #questions = new Map<number, Question>();
  readonly #say: (word: object) => void;
  #count = 0;
  #holder: string | undefined;

  constructor(say: (word: object) => void) {
    this.#say = say;
  }

  readonly ask = (): Promise<IceAnswer> =>
    new Promise((resolve, reject) => {
      this.#count += 1;
      this.#questions.set(this.#count, {resolve, reject, holder: this.#holder});
      this.#say({is: 'ask', n: this.#count});
    });

  /** That tab holds the line now, and can be asked: whatever another one was asked, it is asked again. */
  heldBy(holder: string): void {
    this.#holder = holder;
    for (const [n, question] of this.#questions) {
      if (question.holder === holder) continue;
      question.holder = holder;
      this.#say({is: 'ask', n});
    }
  }

  answered(word: Fields): void {
    const n = word['n'] as number;
    const question = this.#questions.get(n);
    if (!question) return;
    this.#questions.delete(n);
    const answer = fieldsOf(word['answer']);
    if (answer) question.resolve(answer as unknown as IceAnswer);
    else question.reject(new DOMException(textField(word, 'failure', 256), 'DataError'));
  }

  /** Nobody can be asked any more. */
  giveUp(): void {
    for (const question of this.#questions.values()) question.reject(new DOMException('The line was closed.', 'AbortError'));
    this.#questions.clear();
  }
}
