/** Served by the test runner; through it a page asks for what only a person can do. */
const SOCKET = '/__web-dev-server__web-socket.js';

interface Answer {
  readonly executed: boolean;
}

type Ask = (message: object) => Promise<Answer>;

const order = async (command: string, payload: object): Promise<void> => {
  const {sendMessageWaitForResponse: ask} = (await import(SOCKET)) as {sendMessageWaitForResponse: Ask};
  const sessionId = new URL(location.href).searchParams.get('wtr-session-id');
  const {executed} = await ask({type: 'wtr-command', sessionId, command, payload});
  if (!executed) throw new Error(`The test runner does not know ${command}.`);
};

/** A key of a real keyboard: it moves the focus and closes popups as for a person. */
export const pressKey = (key: string): Promise<void> => order('send-keys', {press: key});

/** A real press in the middle of an element. */
export const pressMouse = (target: Element): Promise<void> => {
  const {x, y, width, height} = target.getBoundingClientRect();
  return order('send-mouse', {type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)]});
};
