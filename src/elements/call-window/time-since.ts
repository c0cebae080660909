import {AsyncDirective, directive} from 'lit/async-directive.js';
import {formatDuration} from './format-duration.js';

class TimeSince extends AsyncDirective {
  #since = 0;
  #interval: ReturnType<typeof setInterval> | undefined;

  override render(since: number): string {
    this.#since = since;
    if (this.isConnected) this.reconnected();
    return this.#text();
  }

  protected override disconnected(): void {
    clearInterval(this.#interval);
    this.#interval = undefined;
  }

  protected override reconnected(): void {
    this.#interval ??= setInterval(() => this.setValue(this.#text()), 1000);
  }

  #text(): string {
    return formatDuration(Date.now() - this.#since);
  }
}

/** The time since a moment; changes its own text each second and nothing else. */
export const timeSince = directive(TimeSince);
