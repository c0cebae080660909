import {collectDefaultMetrics, Counter, Gauge, Histogram, Registry} from 'prom-client';

export type Labels = Readonly<Record<string, string>>;

/**
 * What the parts count, for Prometheus. Names are `snake_case` without a prefix; a name has the same labels each time, and
 * labels have few values: never a user, an address or a call.
 */
export interface Metrics {
  /** One more of something; names end with `_total`. */
  count(name: string, labels?: Labels): void;
  /** Reads how many there are, whenever somebody asks. */
  gauge(name: string, read: () => number): void;
  /** Reads how many there have been since the start, whenever somebody asks; names end with `_total`. */
  total(name: string, read: () => number): void;
  /** How long something took; names end with `_seconds`. */
  time(name: string, seconds: number, labels?: Labels): void;
  /** In Prometheus' text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

const BUCKETS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 60];

export const createMetrics = ({prefix = 'call_elements_'} = {}): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({register: registry});
  const counters = new Map<string, Counter>();
  const histograms = new Map<string, Histogram>();

  const describe = (name: string, labels: Labels) => ({
    name: `${prefix}${name}`,
    help: name.replaceAll('_', ' '),
    labelNames: Object.keys(labels),
    registers: [registry],
  });

  return {
    count(name, labels = {}) {
      const counter = counters.get(name) ?? new Counter(describe(name, labels));
      counters.set(name, counter);
      counter.inc(labels);
    },
    gauge(name, read) {
      new Gauge({
        ...describe(name, {}),
        collect() {
          this.set(read());
        },
      });
    },
    total(name, read) {
      new Counter({
        ...describe(name, {}),
        collect() {
          this.reset();
          this.inc(read());
        },
      });
    },
    time(name, seconds, labels = {}) {
      const histogram = histograms.get(name) ?? new Histogram({...describe(name, labels), buckets: BUCKETS});
      histograms.set(name, histogram);
      histogram.observe(labels, seconds);
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
};
