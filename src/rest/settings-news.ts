import {createEventReader} from '../connectors/peerjs/event-reader.js';
import {fieldsOf, textField} from '../protocol/fields.js';
import {backOff} from '../util/back-off.js';
import {systemClock} from '../util/clock.js';
import {parseJson} from '../util/parse-json.js';
import type {ServerAccess} from './server-access.js';

/** The server says something every 15 s: milliseconds after which its silence is an outage. */
const SILENCE = 30_000;
const PAUSE = 2000;

/** Tells which settings somebody has saved, until the returned function is called; with no name, whenever some may have been missed. */
export const watchSettings = (access: Pick<ServerAccess, 'stream'>, saved: (name: string | undefined) => void, clock = systemClock): (() => void) => {
  let reading = new AbortController();
  let cancel: (() => void) | undefined;
  let attempt = 0;
  let isOver = false;

  const read = async (signal: AbortSignal): Promise<void> => {
    const decoder = new TextDecoder();
    const take = createEventReader({
      event: (name, data) => {
        const news = name === 'settings' ? fieldsOf(parseJson(data)) : undefined;
        if (news) saved(textField(news, 'name', 100));
      },
      pause: () => undefined,
    });
    const {ok, body} = await access.stream('events', signal);
    const reader = ok ? body?.getReader() : undefined;
    if (reader && attempt) saved(undefined);
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
      attempt = 0;
      listen();
      take(decoder.decode(next.value, {stream: true}));
    }
  };

  const listen = (): void => {
    cancel?.();
    cancel = clock.after(SILENCE, again);
  };

  const again = (): void => {
    reading.abort();
    cancel?.();
    if (!isOver) cancel = clock.after(backOff(attempt++, {first: PAUSE}), open);
  };

  const open = (): void => {
    const mine = (reading = new AbortController());
    listen();
    const lost = (): void => void (mine === reading && again());
    read(mine.signal).then(lost, lost);
  };

  open();
  return () => {
    isOver = true;
    cancel?.();
    reading.abort();
  };
};
