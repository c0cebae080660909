import {spawn} from 'node:child_process';
import {fileURLToPath} from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

const running = new Set();

/** Ends a command and all that it started, such as browsers. */
const endGroup = (child) => {
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
};

const SIGNALS = ['SIGINT', 'SIGTERM'];

const endAll = () => {
  for (const child of running) endGroup(child);
  process.exit(130);
};

/** While a command runs, a signal ends it too; otherwise signals are none of our business. */
const watchSignals = () => {
  for (const signal of SIGNALS) {
    process.off(signal, endAll);
    if (running.size > 0) process.on(signal, endAll);
  }
};

/**
 * Runs a command in the project's folder. Settles with its exit code and what it printed; never rejects. With `quiet` the
 * output is only collected; `seconds` is how long it may take before it is ended, with all that it started.
 */
export const runCommand = (command, args, {quiet = false, env = {}, cwd = ROOT, seconds = 1800} = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: {...process.env, ...env},
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that it can be ended as a whole.
      detached: process.platform !== 'win32',
      shell: process.platform === 'win32' && command === 'npm',
    });
    running.add(child);
    watchSignals();
    let output = '';
    const take = (stream) => (chunk) => {
      output += chunk;
      if (!quiet) stream.write(chunk);
    };
    child.stdout.on('data', take(process.stdout));
    child.stderr.on('data', take(process.stderr));
    const timer = setTimeout(() => {
      output += `\nEnded after ${seconds} s without a result.\n`;
      endGroup(child);
    }, seconds * 1000);
    const settle = (code) => {
      clearTimeout(timer);
      running.delete(child);
      watchSignals();
      resolve({code, output});
    };
    child.on('error', (error) => {
      output += `${error.message}\n`;
      settle(1);
    });
    child.on('close', (code) => settle(code ?? 1));
  });

/** The same for a Node script or a tool's script file. */
export const runNode = (args, options) => runCommand(process.execPath, args, options);
