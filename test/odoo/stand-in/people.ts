import {randomUUID} from 'node:crypto';
import {accessError} from './odoo-error.js';

/** Somebody with a login, or a guest. */
export interface Person {
  /** `partner:7` or `guest:5`. */
  readonly id: string;
  readonly name: string;
  readonly login: string;
  /** Of res.users; undefined for a guest. */
  readonly uid: number | undefined;
  readonly isInternal: boolean;
}

export interface Channel {
  readonly id: number;
  readonly type: 'chat' | 'group' | 'channel';
  readonly members: Set<Person>;
}

/** Who there is, who shares a channel with whom, and whose session a cookie is. */
export class People {
  readonly all = new Map<string, Person>();
  readonly channels = new Map<number, Channel>();
  readonly #sessions = new Map<string, Person>();
  #uid = 6;
  #guest = 1;
  #channel = 3;

  /** A user, who signs in by their name, with their name as password. */
  add(name: string, {isInternal = true} = {}): Person {
    const uid = this.#uid++;
    return this.#put({id: `partner:${uid + 1}`, name: name.replace(/^./, (first) => first.toUpperCase()), login: name, uid, isInternal});
  }

  addGuest(name: string): Person {
    return this.#put({id: `guest:${this.#guest++}`, name, login: '', uid: undefined, isInternal: false});
  }

  addChannel(type: Channel['type'], ...members: readonly Person[]): Channel {
    const channel = {id: this.#channel++, type, members: new Set(members)};
    this.channels.set(channel.id, channel);
    return channel;
  }

  byLogin(login: string): Person | undefined {
    return [...this.all.values()].find((person) => person.login === login && login !== '');
  }

  byUid(uid: number): Person | undefined {
    return [...this.all.values()].find((person) => person.uid === uid);
  }

  /** The value of a new `session_id` (or, for a guest, `dgid`) cookie. */
  openSession(person: Person): string {
    const key = randomUUID().replaceAll('-', '');
    this.#sessions.set(key, person);
    return person.uid === undefined ? `${person.id.slice('guest:'.length)}|${key}` : key;
  }

  closeSession(cookies: string): void {
    this.#sessions.delete(keyOf(cookies) ?? '');
  }

  /** Whose request this is; undefined for the public. */
  of(cookies: string): Person | undefined {
    return this.#sessions.get(keyOf(cookies) ?? '');
  }

  share(one: Person, other: Person): boolean {
    return [...this.channels.values()].some(({members}) => members.has(one) && members.has(other));
  }

  /** The channel that a callee's id names for this caller; a 1:1 chat is made by those who may. */
  channelFor(caller: Person, callee: string): Channel {
    const [kind, number] = callee.split(':');
    if (kind === 'channel') {
      const channel = this.channels.get(Number(number));
      if (!channel?.members.has(caller)) throw accessError();
      return channel;
    }
    const other = this.all.get(callee);
    if (!other || other === caller) throw accessError();
    const chat = [...this.channels.values()].find(({type, members}) => type === 'chat' && members.has(caller) && members.has(other));
    if (chat) return chat;
    if (!caller.isInternal || other.uid === undefined) throw accessError();
    return this.addChannel('chat', caller, other);
  }

  #put(person: Person): Person {
    this.all.set(person.id, person);
    return person;
  }
}

const keyOf = (cookies: string): string | undefined =>
  /(?:^|;\s*)session_id=(\w+)/.exec(cookies)?.[1] ?? /(?:^|;\s*)dgid=\d+(?:\||%7C)(\w+)/.exec(cookies)?.[1];
