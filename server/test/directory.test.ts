import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createLoneBus} from '../src/bus/bus.js';
import {subjectOf} from '../src/bus/subject-of.js';
import {createDirectory} from '../src/signalling/create-directory.js';
import type {Frame} from '../src/signalling/directory.js';

const setup = () => {
  const directory = createDirectory(createLoneBus());
  const connect = (user: string, connection: string): Frame[] => {
    const frames: Frame[] = [];
    directory.add(user, connection, (frame) => frames.push(frame));
    return frames;
  };
  return {directory, connect};
};

test('a frame for a user reaches all their connections but the sender’s own', () => {
  const {directory, connect} = setup();
  const [phone, tablet, other] = [connect('bob', 'phone'), connect('bob', 'tablet'), connect('carol', 'desk')];
  directory.deliver({user: 'bob'}, {n: 1});
  directory.deliver({user: 'bob'}, {n: 2}, 'tablet');
  assert.deepEqual([phone, tablet, other], [[{n: 1}, {n: 2}], [{n: 1}], []]);
});

test('a frame for one connection reaches no other', () => {
  const {directory, connect} = setup();
  const [phone, tablet] = [connect('bob', 'phone'), connect('bob', 'tablet')];
  directory.deliver({user: 'bob', connection: 'tablet'}, {n: 1});
  directory.deliver({user: 'carol', connection: 'tablet'}, {n: 2});
  assert.deepEqual([phone, tablet], [[], [{n: 1}]]);
});

test('a connection that went hears nothing more, and going twice is going once', () => {
  const {directory, connect} = setup();
  const [phone, tablet] = [connect('bob', 'phone'), connect('bob', 'tablet')];
  directory.remove('bob', 'phone');
  directory.remove('bob', 'phone');
  directory.remove('nobody', 'phone');
  directory.deliver({user: 'bob'}, {n: 1});
  assert.deepEqual([phone, tablet, directory.count('bob')], [[], [{n: 1}], 1]);
  directory.remove('bob', 'tablet');
  assert.equal(directory.count('bob'), 0);
});

test('a frame for one connection that stays on this node is told to no other', () => {
  const published: string[] = [];
  const directory = createDirectory({...createLoneBus(), publish: (subject) => published.push(subject)});
  directory.add('bob.* >', 'phone', () => undefined);
  directory.deliver({user: 'bob.* >', connection: 'phone'}, {});
  directory.deliver({user: 'bob.* >', connection: 'elsewhere'}, {});
  directory.deliver({user: 'bob.* >'}, {});
  assert.deepEqual(published, Array(2).fill(subjectOf('user', 'bob.* >')));
});
