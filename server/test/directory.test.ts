import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createLoneBus} from '../src/bus/bus.js';
import {subjectOf} from '../src/bus/subject-of.js';
import {createDirectory} from '../src/signalling/create-directory.js';
import type {Letter} from '../src/signalling/directory.js';
import {letter} from './helpers/letter.js';

const setup = () => {
  const directory = createDirectory(createLoneBus());
  const connect = (user: string, connection: string): Letter[] => {
    const letters: Letter[] = [];
    directory.add(user, connection, (one) => letters.push(one));
    return letters;
  };
  return {directory, connect};
};

test('a letter for a user reaches all their connections but the sender’s own', () => {
  const {directory, connect} = setup();
  const [phone, tablet, other] = [connect('bob', 'phone'), connect('bob', 'tablet'), connect('carol', 'desk')];
  directory.deliver({user: 'bob'}, letter(1));
  directory.deliver({user: 'bob'}, letter(2), 'tablet');
  assert.deepEqual([phone, tablet, other], [[letter(1), letter(2)], [letter(1)], []]);
});

test('a letter for one connection reaches no other', () => {
  const {directory, connect} = setup();
  const [phone, tablet] = [connect('bob', 'phone'), connect('bob', 'tablet')];
  directory.deliver({user: 'bob', connection: 'tablet'}, letter(1));
  directory.deliver({user: 'carol', connection: 'tablet'}, letter(2));
  assert.deepEqual([phone, tablet], [[], [letter(1)]]);
});

test('a connection that went hears nothing more, and going twice is going once', () => {
  const {directory, connect} = setup();
  const [phone, tablet] = [connect('bob', 'phone'), connect('bob', 'tablet')];
  directory.remove('bob', 'phone');
  directory.remove('bob', 'phone');
  directory.remove('nobody', 'phone');
  directory.deliver({user: 'bob'}, letter(1));
  assert.deepEqual([phone, tablet, directory.count('bob')], [[], [letter(1)], 1]);
  directory.remove('bob', 'tablet');
  assert.equal(directory.count('bob'), 0);
});

test('a letter for one connection that stays on this node is told to no other', () => {
  const published: string[] = [];
  const directory = createDirectory({...createLoneBus(), publish: (subject) => published.push(subject)});
  directory.add('bob.* >', 'phone', () => undefined);
  directory.deliver({user: 'bob.* >', connection: 'phone'}, letter(1));
  directory.deliver({user: 'bob.* >', connection: 'elsewhere'}, letter(1));
  directory.deliver({user: 'bob.* >'}, letter(1));
  assert.deepEqual(published, Array(2).fill(subjectOf('user', 'bob.* >')));
});
