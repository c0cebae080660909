import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {isDeepStrictEqual} from 'node:util';
import {canary} from './abused-server.js';
import {PipeClient} from './pipe-client.js';
import type {Metadata} from './pipe-client.js';
import {sign} from './sign.js';

const [ANNA, BEN] = ['anna-steady', 'ben-steady'] as const;

/** What the server itself says to each. */
const GREETINGS = ['OPEN', 'SESSION'];

export const isSteady = (user: string): boolean => user.endsWith('-steady');

const wordsOf = ({sender, message}: Metadata): readonly unknown[] => [sender?.user, message?.type, message?.call, message?.body];

/** All of it side by side would take minutes to be shown. */
const assertHeard = ({heard}: PipeClient, written: readonly unknown[]): void => {
  const words = heard.map(wordsOf);
  const wrong = words.findIndex((one, index) => !isDeepStrictEqual(one, written[index]));
  assert.equal(wrong, -1, `message ${wrong} is ${JSON.stringify(words[wrong])}`);
  assert.equal(words.length, written.length);
};

/** Two people who call each other all the time, and want to hear each other and nobody else. */
export class SteadyPair {
  static readonly users: readonly string[] = [ANNA, BEN];
  /** Everybody knows of this one; nobody else may have a say in it. */
  readonly famousCall = randomUUID();
  readonly #written: Record<string, unknown[]> = {[ANNA]: [], [BEN]: []};
  #isOver = false;
  #calls = 0;
  #talk: Promise<void> | undefined;

  private constructor(
    readonly anna: PipeClient,
    readonly ben: PipeClient,
  ) {}

  static async open(stand: {readonly port: number}): Promise<SteadyPair> {
    const open = async (user: string) => PipeClient.open(stand, user, {token: await sign({sub: user, name: canary()})});
    const pair = new SteadyPair(await open(ANNA), await open(BEN));
    await pair.#exchange(pair.famousCall);
    pair.#talk = pair.#goOn();
    return pair;
  }

  /** Settles with the number of their calls when all were heard, in order, and nothing else; rejects otherwise. */
  async end(): Promise<number> {
    this.#isOver = true;
    try {
      await this.#talk;
      assertHeard(this.ben, this.#written[ANNA] ?? []);
      assertHeard(this.anna, this.#written[BEN] ?? []);
      for (const {types} of [this.anna, this.ben]) assert.deepEqual([...new Set(types)], [...GREETINGS, 'OFFER']);
      return this.#calls;
    } finally {
      await Promise.all([this.anna.close(), this.ben.close()]);
    }
  }

  async #goOn(): Promise<void> {
    while (!this.#isOver) await this.#exchange(randomUUID());
  }

  async #exchange(call: string): Promise<void> {
    this.#write(ANNA, 'ring', call);
    await this.#heard();
    this.#write(BEN, 'accept', call);
    for (const type of ['offer', 'candidates', 'end']) this.#write(ANNA, type, call);
    await this.#heard();
    this.#calls += 1;
  }

  async #heard(): Promise<void> {
    for (const [client, other] of [[this.anna, BEN], [this.ben, ANNA]] as const) {
      await client.received(this.#written[other]?.length ?? 0);
    }
  }

  #write(user: typeof ANNA | typeof BEN, type: string, call: string): void {
    const [client, other] = user === ANNA ? [this.anna, BEN] : [this.ben, ANNA];
    const body = {words: canary()};
    client.write(other, type, call, body);
    this.#written[user]?.push([user, type, call, body]);
  }
}
