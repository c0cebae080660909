/** A loudspeaker that every machine has, and that wants a gesture when it is told to. */
export class FakeAudio {
  readonly contexts: FakeContext[] = [];
  readonly sources: FakeSource[] = [];
  /** False: nothing sounds before `allowed` is true. */
  allowed = true;

  get Context(): new () => FakeContext {
    const audio = this;
    return class extends FakeContext {
      constructor() {
        super(audio);
        audio.contexts.push(this);
      }
    };
  }

  /** What can be heard now. */
  get audible(): readonly FakeSource[] {
    return this.sources.filter((source) => source.isPlaying && source.context.state === 'running' && source.isConnected);
  }

  get open(): number {
    return this.contexts.filter(({state}) => state !== 'closed').length;
  }
}

class FakeContext extends EventTarget {
  readonly destination = {};
  state: AudioContextState = 'suspended';
  readonly #audio: FakeAudio;
  readonly #waiting: (() => void)[] = [];

  constructor(audio: FakeAudio) {
    super();
    this.#audio = audio;
  }

  /** As browsers do: pending, not rejected, as long as it is not allowed. */
  resume(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      if (this.#audio.allowed) queueMicrotask(() => this.#run());
    });
  }

  #run(): void {
    if (this.state === 'closed') return;
    this.#become('running');
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  async suspend(): Promise<void> {
    this.#become('suspended');
  }

  async close(): Promise<void> {
    this.#become('closed');
  }

  #become(state: AudioContextState): void {
    if (this.state === state) return;
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }

  createBuffer(numberOfChannels: number, length: number, sampleRate: number): AudioBuffer {
    return new AudioBuffer({numberOfChannels, length, sampleRate});
  }

  createBufferSource(): FakeSource {
    const source = new FakeSource(this);
    this.#audio.sources.push(source);
    return source;
  }
}

class FakeSource {
  buffer: AudioBuffer | null = null;
  loop = false;
  isPlaying = false;
  isConnected = false;
  onended: (() => void) | null = null;

  constructor(readonly context: FakeContext) {}

  connect(): void {
    this.isConnected = true;
  }

  disconnect(): void {
    this.isConnected = false;
  }

  start(): void {
    this.isPlaying = true;
  }

  stop(): void {
    this.isPlaying = false;
  }

  /** Its last sample was heard. */
  end(): void {
    this.isPlaying = false;
    this.onended?.();
  }
}
