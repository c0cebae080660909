/** Reads a stream of Server-Sent Events, however it is cut into pieces; comments, ids and pauses are passed over. */
export const createEventReader = (tell: (event: string, data: string) => void): ((piece: string) => void) => {
  let rest = '';
  let event = '';
  let data: string[] = [];

  const line = (text: string): void => {
    if (text === '') {
      if (data.length) tell(event || 'message', data.join('\n'));
      [event, data] = ['', []];
      return;
    }
    const [, name, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(text) ?? [];
    if (name === 'event') event = value;
    if (name === 'data') data.push(value);
  };

  return (piece) => {
    const lines = (rest + piece).split(/\r\n|\n|\r(?=.)/s);
    rest = lines.pop() ?? '';
    lines.forEach(line);
  };
};
