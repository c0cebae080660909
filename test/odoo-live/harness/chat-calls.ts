import type {Person} from '../../e2e/harness/person.js';
import {hears, plays} from '../../e2e/harness/pictures.js';
import {connected} from '../../e2e/harness/talk.js';
import type {Backend, BackendArrival} from './backend.js';
import {press} from './own-calls.js';
import type {Member} from './world.js';

/** The addon's buttons in the head of a conversation. */
export const BUTTON = {video: 'button[name="mobile_webrtc-video"]', audio: 'button[name="mobile_webrtc-audio"]'} as const;

export interface PairInChat {
  readonly alice: Person;
  readonly bob: Person;
  readonly members: {readonly alice: Member; readonly bob: Member};
  readonly channel: number;
}

/** Two people, each in a browser of their own, with their chat open. */
export const pairInChat = async (backend: Backend, ofAlice: BackendArrival = {}, ofBob: BackendArrival = {}): Promise<PairInChat> => {
  const members = {alice: await backend.world.member('Alice'), bob: await backend.world.member('Bob')};
  const channel = await backend.world.chat(members.alice, members.bob);
  const alice = await backend.opens(members.alice, {channel, ...ofAlice});
  const bob = await backend.opens(members.bob, {channel, ...ofBob});
  return {alice, bob, members, channel};
};

/** One calls from the chat's head, the other answers. */
export const talkInChat = async (caller: Person, callee: Person): Promise<void> => {
  await press(caller, BUTTON.video);
  await callee.rings();
  await callee.answer();
  await connected(caller, callee);
};

/** They are connected, and each sees and hears the other. */
export const perceiveEachOther = async (...people: Person[]): Promise<void> => {
  await connected(...people);
  await Promise.all(people.flatMap((person) => [plays(person, 'remote-video'), hears(person)]));
};

/** One calls from the chat's head; the other's page is loaded anew while it rings, and the call is answered there. */
export const talkAfterReload = async (caller: Person, callee: Person): Promise<void> => {
  await press(caller, BUTTON.video);
  await callee.rings();
  await callee.page.reload();
  await callee.rings();
  await callee.answer();
  await perceiveEachOther(caller, callee);
};
