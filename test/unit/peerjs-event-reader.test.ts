import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createEventReader} from '../../src/connectors/peerjs/event-reader.js';

const read = (pieces: readonly string[]): string[] => {
  const heard: string[] = [];
  const reader = createEventReader({
    event: (name, data) => void heard.push(`${name}=${data}`),
    pause: (ms) => void heard.push(`pause of ${ms}`),
  });
  pieces.forEach(reader);
  return heard;
};

const CASES: readonly (readonly [what: string, stream: string, events: readonly string[]])[] = [
  ['an event', 'event: presence\ndata: {"a":1}\n\n', ['presence={"a":1}']],
  ['an event without a name', 'data: x\n\n', ['message=x']],
  ['data of several lines', 'data: one\ndata:two\ndata:  three\n\n', ['message=one\ntwo\n three']],
  ['comments and pauses', ':\n\nretry: 1000\n\n: still here\ndata: x\n\n', ['pause of 1000', 'message=x']],
  ['a pause that is none', 'retry: soon\n\nretry: 9999999\n\ndata: x\n\n', ['message=x']],
  ['an event without data', 'event: presence\n\ndata: x\n\n', ['message=x']],
  ['a field without a colon', 'data\n\n', ['message=']],
  ['an event that is not over', 'data: x\n\ndata: y\n', ['message=x']],
  ['two events', 'event: a\ndata: 1\n\nevent: b\ndata: 2\n\n', ['a=1', 'b=2']],
];

for (const [what, text, expected] of CASES) {
  for (const [name, end] of [['LF', '\n'], ['CR LF', '\r\n']] as const) {
    const stream = text.replaceAll('\n', end);
    test(`reads ${what}, with ${name}, however it is cut`, () => {
      assert.deepEqual(read([stream]), expected);
      assert.deepEqual(read([...stream]), expected);
      for (let cut = 1; cut < stream.length; cut += 1) assert.deepEqual(read([stream.slice(0, cut), stream.slice(cut)]), expected);
    });
  }
}
