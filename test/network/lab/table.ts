import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {ROOT} from '../../../scripts/run-command.mjs';

export interface Row {
  readonly case: string;
  readonly connected: string;
  /** From the press on "answer" until both see each other. */
  readonly ms?: number | undefined;
  readonly caller: string;
  readonly callee: string;
  readonly notes?: string;
}

const HEAD = ['case', 'connected by', 'ms from accept to picture', 'caller is shown', 'callee is shown', 'measured'];

/** What the lab has seen, one line for each case. */
export class Table {
  readonly #rows: Row[] = [];

  add(row: Row): void {
    this.#rows.push(row);
  }

  /** Prints the table and keeps it in a file. */
  publish(): void {
    const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '/')).join(' | ')} |`;
    const rows = this.#rows.map(({case: name, connected, ms, caller, callee, notes = ''}) =>
      line([name, connected, ms === undefined ? '–' : String(ms), caller, callee, notes]),
    );
    const text = [line(HEAD), line(HEAD.map(() => '---')), ...rows].join('\n');
    writeFileSync(join(ROOT, '.tmp/network-lab.md'), `${text}\n`);
    console.log(text);
  }
}
