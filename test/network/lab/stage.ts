import {it} from 'node:test';
import type {Person} from '../../e2e/harness/person.js';
import {storyOf} from '../../e2e/harness/story.js';
import {ring} from '../../e2e/harness/talk.js';
import type {Lab} from './lab.js';
import {outcomeOf} from './outcome.js';
import {describePath, pathOf} from './path.js';
import {msToPicture, watchSenses} from './senses.js';
import type {Row, Table} from './table.js';

export interface Stage {
  readonly lab: Lab;
  /** Alice in network a and bob in network b, each with these servers. */
  pair(iceServers: readonly RTCIceServer[], query?: Record<string, string>): Promise<[Person, Person]>;
  /** One rings, the other answers, both see each other; settles with the milliseconds from the press to the picture. */
  talk(caller: Person, callee: Person): Promise<number>;
  /** Writes down what two people see now. */
  record(caller: Person, callee: Person, more?: Partial<Row>): Promise<void>;
}

/** Names the cases of the lab: each finds everything as it was in the beginning. */
export const createStage = (lab: () => Lab, table: Table) => {
  const play = (name: string, scene: (stage: Stage) => Promise<void>) => async (): Promise<void> => {
    const people: Person[] = [];
    const stage: Stage = {
      lab: lab(),
      async pair(iceServers, query) {
        const pair = await Promise.all([lab().arrives('alice', 'a', iceServers, query), lab().arrives('bob', 'b', iceServers, query)]);
        people.push(...pair);
        return pair;
      },
      async talk(caller, callee) {
        await Promise.all([caller, callee].map(watchSenses));
        await ring(caller, callee);
        await callee.answer();
        return msToPicture(caller, callee);
      },
      async record(caller, callee, more) {
        const connected = await pathOf(caller).then(describePath, () => 'nothing');
        table.add({case: name, connected, caller: await outcomeOf(caller), callee: await outcomeOf(callee), ...more});
      },
    };
    try {
      await scene(stage);
    } catch (error) {
      if (error instanceof Error) error.stack = `${error.stack}\n${(await Promise.all(people.map(storyOf))).join('\n')}`;
      throw error;
    } finally {
      await lab().reset();
    }
  };
  return (name: string, scene: (stage: Stage) => Promise<void>): void => void it(name, {timeout: 150_000}, play(name, scene));
};

export type Scene = ReturnType<typeof createStage>;
