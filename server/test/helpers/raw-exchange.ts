import {connect} from 'node:net';

export interface RawRequest {
  readonly bytes: string | Buffer;
  /** Written when the server has changed to a web socket. */
  readonly then?: Buffer;
  /** Whether the server waits for nothing more. Otherwise whoever asks hangs up. */
  readonly isWhole: boolean;
}

/** With nothing said for so long, the server has forgotten whoever asked. */
const PATIENCE = 20_000;
const CONTINUE = 'HTTP/1.1 100 Continue\r\n\r\n';

/** Writes bytes to a port, and settles with all that comes back, when the server has ended it or `isEnough` says so. */
export const exchange = (port: number, {bytes, then, isWhole}: RawRequest, isEnough: (text: string) => boolean): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(bytes);
      if (!isWhole) socket.end();
    });
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      if (then && !text && chunk.startsWith('HTTP/1.1 101')) socket.end(then);
      text += chunk;
      if (isEnough(text)) socket.destroy();
    });
    // A reset is as good an end as any; what counts is what came before.
    socket.on('error', () => undefined).once('close', () => resolve(text.replace(CONTINUE, '')));
    socket.setTimeout(PATIENCE, () => reject(new Error(`No end of the answer to ${bytes.toString('latin1').slice(0, 1000)}\n→ ${text}`)));
  });
