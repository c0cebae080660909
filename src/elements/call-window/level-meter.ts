import {html} from 'lit';
import {AsyncDirective, directive} from 'lit/async-directive.js';
import {measureLevel} from '../../media/measure-level.js';

/** How loud a microphone is: measured while it is to be seen. */
class LevelMeter extends AsyncDirective {
  #track: MediaStreamTrack | undefined;
  #label = '';
  #level = 0;
  #stop = (): void => {};

  override render(track: MediaStreamTrack, label: string): unknown {
    this.#label = label;
    if (track !== this.#track) {
      this.disconnected();
      this.#track = track;
      if (this.isConnected) this.reconnected();
    }
    return this.#bar();
  }

  protected override disconnected(): void {
    this.#stop();
    this.#stop = () => {};
    this.#level = 0;
  }

  protected override reconnected(): void {
    if (this.#track) this.#stop = measureLevel(this.#track, this.#heard);
  }

  readonly #heard = (level: number): void => {
    this.#level = Math.round(level * 100);
    this.setValue(this.#bar());
  };

  #bar(): unknown {
    const level = this.#level;
    return html`
      <div class="level" role="meter" aria-label=${this.#label} aria-valuemin="0" aria-valuemax="100" aria-valuenow=${level}>
        <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width=${level} height="1"></rect></svg>
      </div>
    `;
  }
}

export const levelMeter = directive(LevelMeter);
