import {fork} from 'node:child_process';
import {once} from 'node:events';
import {fileURLToPath} from 'node:url';

/** Starts `serve.mjs` for one contestant. */
export const startServer = async (name) => {
  const child = fork(fileURLToPath(new URL('serve.mjs', import.meta.url)), [name], {execArgv: ['--expose-gc']});
  const [{port, secret}] = await once(child, 'message');
  return {
    port,
    secret,
    /** Bytes of memory, and microseconds of processor time, so far. */
    async usage() {
      child.send('usage');
      const [{rss, cpu}] = await once(child, 'message');
      return {rss, cpu: cpu.user + cpu.system};
    },
    async stop() {
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
    },
  };
};
