import {it} from 'node:test';
import type {Person} from '../../e2e/harness/person.js';
import {storyOf} from '../../e2e/harness/story.js';
import {ring} from '../../e2e/harness/talk.js';
import type {Lab} from './lab.js';
import {outcomeOf} from './outcome.js';
import {describePath, pathOf} from './path.js';
import {msToPicture, watchSenses} from './senses.js';
import type {Row, Table} from './table.js';

/** One case: two people of the lab, and what is written down of them. */
export class Stage {
  readonly #people: Person[] = [];

  constructor(
    readonly lab: Lab,
    readonly name: string,
    readonly table: Table,
  ) {}

  /** Two people, one in network a and one in network b, each with these servers; Alice and Bob, if nobody else. */
  readonly pair = async (
    iceServers: readonly RTCIceServer[],
    {query = {}, couple: [one, other] = ['alice', 'bob']}: {query?: Record<string, string>; couple?: readonly [string, string]} = {},
  ): Promise<[Person, Person]> => {
    const pair = await Promise.all([this.lab.arrives(one, 'a', iceServers, query), this.lab.arrives(other, 'b', iceServers, query)]);
    this.#people.push(...pair);
    return pair;
  };

  /** One rings, the other answers, both see each other; settles with the milliseconds from the press to the picture. */
  readonly talk = async (caller: Person, callee: Person): Promise<number> => {
    await Promise.all([caller, callee].map(watchSenses));
    await ring(caller, callee);
    await callee.answer();
    return msToPicture(caller, callee);
  };

  /** Writes down what two people see now. */
  readonly record = async (caller: Person, callee: Person, more?: Partial<Row>): Promise<void> => {
    const connected = await pathOf(caller).then(describePath, () => 'nothing');
    this.table.add({case: this.name, connected, caller: await outcomeOf(caller), callee: await outcomeOf(callee), ...more});
  };

  async story(): Promise<string> {
    return (await Promise.all(this.#people.map(storyOf))).join('\n');
  }

  async close(): Promise<void> {
    await Promise.all(this.#people.map(({context}) => context.close().catch(() => {})));
  }
}

/** Names the cases of the lab. Each finds everything as it was in the beginning, unless it shares the network with others. */
export const createScenes = (lab: () => Lab, table: Table) => {
  const play = (name: string, scene: (stage: Stage) => Promise<void>, shares: boolean) => async (): Promise<void> => {
    const stage = new Stage(lab(), name, table);
    try {
      await scene(stage);
    } catch (error) {
      if (error instanceof Error) error.stack = `${error.stack}\n${await stage.story()}`;
      throw error;
    } finally {
      await stage.close();
      if (!shares) await lab().reset();
    }
  };
  const name = (title: string, scene: (stage: Stage) => Promise<void>, {shares = false} = {}): void =>
    void it(title, {timeout: 150_000}, play(title, scene, shares));
  return Object.assign(name, {lab});
};

export type Scene = ReturnType<typeof createScenes>;
