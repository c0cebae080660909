import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {asWhole, byField, byName, conflictsOf, draftOf, heard, isDirty, merged, rebased, saved} from '../../src/rest/draft.js';
import {sameValue} from '../../src/rest/same-value.js';
import {ServerDocument} from '../../src/rest/server-document.js';
import type {ServerAccess} from '../../src/rest/server-access.js';
import {ServerError} from '../../src/rest/server-error.js';
import {createRandom} from '../helpers/random.js';

interface Policy {
  readonly a: number;
  readonly b: number;
}

const fields = byField<Policy>();
const begun = draftOf<Policy>({version: 1, value: {a: 1, b: 1}});
const mine = (value: Policy) => ({...begun, mine: value});

describe('a draft of a value on the server', () => {
  it('is dirty while it differs, whatever the order of keys', () => {
    assert.equal(isDirty(mine({b: 1, a: 1})), false);
    assert.equal(isDirty(mine({a: 2, b: 1})), true);
  });

  it('that nobody has touched becomes what somebody else saved', () => {
    assert.deepEqual(heard(begun, {version: 2, value: {a: 5, b: 5}}, fields).mine, {a: 5, b: 5});
  });

  it('has both changes where they are of different fields, and says what was taken', () => {
    const next = heard(mine({a: 2, b: 1}), {version: 2, value: {a: 1, b: 5}}, fields);
    assert.deepEqual([next.mine, next.base.version, next.taken, next.theirs], [{a: 2, b: 5}, 2, ['b'], undefined]);
  });

  it('waits for a decision where they are of the same field', () => {
    const next = heard(mine({a: 2, b: 1}), {version: 2, value: {a: 3, b: 5}}, fields);
    assert.deepEqual(conflictsOf(next, fields), ['a']);
    assert.deepEqual(merged(next, fields, () => 'mine').mine, {a: 2, b: 5});
    assert.deepEqual(merged(next, fields, () => 'theirs').mine, {a: 3, b: 5});
  });

  it('that was saved although the answer was lost is clean when it is read again', () => {
    assert.equal(isDirty(heard(mine({a: 2, b: 1}), {version: 2, value: {a: 2, b: 1}}, fields)), false);
  });

  it('keeps what was typed while it was being saved', () => {
    const next = saved(mine({a: 3, b: 1}), {a: 2, b: 1}, {version: 2, value: {a: 2, b: 1}});
    assert.deepEqual([next.mine.a, next.base.value.a, isDirty(next)], [3, 2, true]);
  });

  it('keeps the rest unsaved when one change goes out by itself', () => {
    const up = ({a, b}: Policy): Policy => ({a: a + 10, b});
    assert.deepEqual(rebased(mine({a: 1, b: 7}), {version: 2, value: {a: 11, b: 1}}, up).mine, {a: 11, b: 7});
    assert.equal(isDirty(rebased(begun, {version: 2, value: {a: 11, b: 1}}, up)), false);
  });

  it('of named things brings together what was added, removed and changed on both sides', () => {
    const parts = byName<{name: string; x: number}>();
    const base = [{name: 'p', x: 1}, {name: 'q', x: 1}, {name: 'r', x: 1}];
    const own = [{name: 'p', x: 2}, {name: 'r', x: 1}, {name: 'mine', x: 1}];
    const theirs = [{name: 'p', x: 1}, {name: 'q', x: 1}, {name: 'r', x: 3}, {name: 'theirs', x: 1}];
    const next = heard({...draftOf({version: 1, value: base as readonly {name: string; x: number}[]}), mine: own}, {version: 2, value: theirs}, parts);
    assert.deepEqual([...next.mine].sort((a, b) => (a.name < b.name ? -1 : 1)), [
      {name: 'mine', x: 1},
      {name: 'p', x: 2},
      {name: 'r', x: 3},
      {name: 'theirs', x: 1},
    ]);
  });

  it('of a list that is one thing is disputed as a whole', () => {
    const next = heard({...draftOf({version: 1, value: [1]}), mine: [1, 2]}, {version: 2, value: [3]}, asWhole<number[]>());
    assert.deepEqual(conflictsOf(next, asWhole<number[]>()), ['list']);
  });
});

/** A server that many write to at once; answers may be lost on the way. */
const sharedServer = (random: () => number) => {
  const state = {version: 0, value: {a: 0, b: 0} as Policy};
  const access = (): ServerAccess => ({
    ask: async (_path, question) => {
      await Promise.resolve();
      if (random() < 0.1) throw new ServerError('offline');
      const body = question?.body as typeof state | undefined;
      if (body && body.version !== state.version) throw new ServerError('conflict', '', [], {...state});
      if (body) Object.assign(state, {version: state.version + 1, value: body.value});
      if (random() < 0.1) throw new ServerError('slow');
      return {...state};
    },
    stream: () => Promise.reject(new Error('none')),
    close: () => undefined,
  });
  return {state, access};
};

describe('forms that several people fill in at once', () => {
  it('lose no change: what is saved has each one’s last saved word, unless another has seen and replaced it', async () => {
    for (let seed = 1; seed <= 500; seed += 1) {
      const {next: random} = createRandom(seed);
      const {state, access} = sharedServer(random);
      const forms = ['a', 'b'].map((own) => {
        const read = (value: unknown): Policy => value as Policy;
        const document = new ServerDocument<Policy>({path: 'p', parts: fields, read, changed: () => undefined});
        document.use(access());
        return {own: own as keyof Policy, document, last: 0};
      });
      for (let step = 0; step < 40; step += 1) {
        const form = forms[Math.floor(random() * 2)];
        if (!form) continue;
        const {document, own} = form;
        if (random() < 0.4) await document.load();
        else if (document.draft && random() < 0.6) document.edit({...document.draft.mine, [own]: (form.last = step + 1)});
        else await document.save();
      }
      for (const {document, own, last} of forms) {
        for (let attempt = 0; attempt < 50 && (!document.draft || document.isDirty || state.value[own] !== last); attempt += 1) {
          await document.load();
          // One's own word, of which no answer came, may look like another's.
          if (document.draft?.theirs) document.decide(() => 'mine');
          if (document.draft && document.draft.mine[own] !== last) assert.fail(`seed ${seed}: what was typed is gone`);
          await document.save();
        }
        assert.equal(state.value[own], last, `seed ${seed}`);
      }
    }
  });
});

describe('two plain values', () => {
  for (const [a, b, same] of [
    [{a: 1, b: undefined}, {a: 1}, true],
    [[1, 2], [1, 2], true],
    [[1, 2], [2, 1], false],
    [{}, [], false],
    [null, {}, false],
    [{a: {b: [1]}}, {a: {b: [1]}}, true],
  ] as const) {
    it(`${JSON.stringify(a)} and ${JSON.stringify(b)} are ${same ? 'the same' : 'not the same'}`, () => assert.equal(sameValue(a, b), same));
  }
});
