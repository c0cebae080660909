import {spawn} from 'node:child_process';

/** Runs a command to its end and settles with what it printed; rejects with what it complained of. */
export const run = (command: string, args: readonly string[], {input = '', env = {}}: {input?: string; env?: NodeJS.ProcessEnv} = {}): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {stdio: ['pipe', 'pipe', 'pipe'], env: {...process.env, ...env}});
    let output = '';
    let complaint = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(output);
      else reject(new Error(`${command} ${args.join(' ')}: ${complaint.trim() || `exit code ${code}`}`));
    });
    // A command that reads nothing may be gone before this is written.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
