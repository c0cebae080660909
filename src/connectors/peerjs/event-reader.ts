interface EventListener {
  event(name: string, data: string): void;
  /** The server says how many milliseconds a stream that breaks is not to be asked for again. */
  pause(ms: number): void;
}

/** Reads a stream of Server-Sent Events, however it is cut into pieces; comments and ids are passed over. */
export const createEventReader = (listener: EventListener): ((piece: string) => void) => {
  let rest = '';
  let event = '';
  let data: string[] = [];

  const line = (text: string): void => {
    if (text === '') {
      if (data.length) listener.event(event || 'message', data.join('\n'));
      [event, data] = ['', []];
      return;
    }
    const [, name, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(text) ?? [];
    if (name === 'event') event = value;
    if (name === 'data') data.push(value);
    if (name === 'retry' && /^\d{1,5}$/.test(value)) listener.pause(Number(value));
  };

  return (piece) => {
    const lines = (rest + piece).split(/\r\n|\n|\r(?=.)/s);
    rest = lines.pop() ?? '';
    lines.forEach(line);
  };
};
