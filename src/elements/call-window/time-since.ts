import {AsyncDirective, directive} from 'lit/async-directive.js';
import {everySecond} from './every-second.js';
import {formatDuration} from './format-duration.js';

class TimeSince extends AsyncDirective {
  #since = 0;
  #stop: (() => void) | undefined;

  override render(since: number): string {
    this.#since = since;
    if (this.isConnected) this.#start();
    return this.#text();
  }

  protected override disconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  protected override reconnected(): void {
    this.#start();
  }

  #start(): void {
    this.#stop ??= everySecond(() => this.setValue(this.#text()));
  }

  #text(): string {
    return formatDuration(Date.now() - this.#since);
  }
}

/** The time since a moment; changes its own text each second and nothing else. */
export const timeSince = directive(TimeSince);
