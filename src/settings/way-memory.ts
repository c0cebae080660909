import {fieldsOf, listField, textField} from '../protocol/fields.js';
import {openChannel, sayOnce} from '../util/open-channel.js';
import {createDisk} from './disk.js';

/** By which connectors somebody called last. */
export interface RememberedWays {
  /** Whomever it was; empty when there was nobody. */
  readonly overall: string;
  /** The last one for each of those called, who was called last at the end. */
  readonly callees: ReadonlyMap<string, string>;
}

const MOST_CALLEES = 500;
const NOTHING: RememberedWays = {overall: '', callees: new Map()};

/** On it each page says whose choice it changed. */
const CHANNEL = 'call-elements:ways';

const disk = createDisk('call-elements-ways', 'ways');
const known = new Map<string, RememberedWays>();
const listeners = new Set<() => void>();
/** Open while somebody listens. Without one, another tab learns of it when it is loaded. */
let channel: BroadcastChannel | undefined;

/** What was found may be anything. */
const parse = (found: unknown): RememberedWays => {
  const fields = fieldsOf(found);
  if (!fields) return NOTHING;
  const pairs = (listField(fields, 'callees', MOST_CALLEES) ?? []).filter(
    (pair): pair is [string, string] => Array.isArray(pair) && pair.length === 2 && pair.every((word) => typeof word === 'string'),
  );
  return {overall: textField(fields, 'overall', 64) ?? '', callees: new Map(pairs)};
};

const read = async (user: string): Promise<RememberedWays | undefined> => {
  const found = await disk.read(user);
  return found && parse(found.value);
};

const tell = (user: string, ways: RememberedWays): void => {
  known.set(user, ways);
  for (const listener of [...listeners]) listener();
};

const onOtherTab = ({data}: MessageEvent<unknown>): void => {
  if (typeof data !== 'string' || !known.has(data)) return;
  void read(data).then((ways) => ways && tell(data, ways));
};

/** What `user` did last, as far as it is known; it is read from the disk the first time. */
export const rememberedWays = (user: string): RememberedWays => {
  const ways = known.get(user);
  if (ways) return ways;
  known.set(user, NOTHING);
  void read(user).then((found) => found && known.get(user) === NOTHING && tell(user, found));
  return NOTHING;
};

/** Calls `fn` whenever something else is remembered, until the returned function is called. */
export const onRememberedWays = (fn: () => void): (() => void) => {
  if (listeners.size === 0) {
    channel = openChannel(CHANNEL);
    channel?.addEventListener('message', onOtherTab);
  }
  listeners.add(fn);
  return () => {
    listeners.delete(fn);
    if (listeners.size > 0) return;
    channel?.close();
    channel = undefined;
  };
};

const withChoice = ({callees}: RememberedWays, callee: string, name: string): RememberedWays => {
  const others = [...callees].filter(([one]) => one !== callee).slice(1 - MOST_CALLEES);
  return {overall: name, callees: new Map([...others, [callee, name]])};
};

/** Somebody chose a way. The disk comes first: what a page shows as chosen is there for the next one. */
export const rememberWay = async (user: string, callee: string, name: string): Promise<void> => {
  const kept = await disk.update(user, (found) => {
    const {overall, callees} = withChoice(parse(found), callee, name);
    return {overall, callees: [...callees]};
  });
  tell(user, kept ? parse(kept.value) : withChoice(rememberedWays(user), callee, name));
  // The button may have gone while it was written.
  if (channel) channel.postMessage(user);
  else sayOnce(CHANNEL, user);
};
