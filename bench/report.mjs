import {valuesOf} from './targets.mjs';
import {compare, summarise} from './statistics.mjs';

const row = (...cells) => `| ${cells.join(' | ')} |`;
const table = (head, rows) => [row(...head), row(...head.map((_, place) => (place === 0 ? '---' : '---:'))), ...rows].join('\n');

const ms = ({median, lower, upper}) => `${median.toFixed(0)} (${lower.toFixed(0)}–${upper.toFixed(0)})`;
const times = ({median, lower, upper}) =>
  lower === undefined ? median.toFixed(1) : `${median.toFixed(2)} (${lower.toFixed(2)}–${upper.toFixed(2)})`;
const kB = (bytes) => (bytes / 1000).toFixed(1);

const targetTable = (targets) =>
  table(
    ['target', 'at most', 'got', ''],
    targets.map(({what, limit, reached, isReached}) => row(what, limit, times(reached), isReached ? 'reached' : '**missed**')),
  );

const BARE = 'bare RTCPeerConnection';

const callTable = (series) =>
  table(
    ['', 'click → rings', 'answer → frame at caller', '÷ bare', 'answer → frame at callee', '÷ bare', 'media round trip'],
    series.contestants.map(({name}) => {
      const of = (measure, who = name) => valuesOf(series, who, measure);
      const toBare = (measure) => times(compare(of(measure), of(measure, BARE)));
      return row(
        name,
        ms(summarise(of('ring'))),
        ms(summarise(of('callerFrame'))),
        toBare('callerFrame'),
        ms(summarise(of('calleeFrame'))),
        toBare('calleeFrame'),
        ms(summarise(of('pathRoundTrip'))),
      );
    }),
  );

const failures = ({contestants}) =>
  contestants
    .filter((contestant) => contestant.failures.length > 0)
    .map(({name, failures: {length}}) => `\n\n${name}: ${length} of its calls failed and was made again.`)
    .join('');

/** Media that takes longer than the slow network makes it was kept waiting by the machine. */
const busy = (series) => {
  const slowest = Math.max(...series.contestants.map(({name}) => summarise(valuesOf(series, name, 'pathRoundTrip')).median));
  if (slowest < 2 * series.rtt + 10) return '';
  return `\n\n**The machine was busy**: media took ${slowest.toFixed(0)} ms there and back where the network takes ${2 * series.rtt}. Measure again on a quiet one.`;
};

const callSection = (calls) => `## Time to ring and to the first picture

Milliseconds, median (quartiles) of ${calls[0].contestants[0].rounds.length} rounds in which all take turns; the ratios are taken round by round.
${calls.map((series) => `\n### ${series.rtt} ms between client and server, ${2 * series.rtt} ms between the clients\n\n${callTable(series)}${failures(series)}${busy(series)}`).join('\n')}`;

const weightSection = ({atRest, inCall, everything, peerjs, classic, packages}) => {
  const line = (name, {min, brotli}, note) => `| ${name} | ${kB(min)} | ${kB(brotli)} | ${note} |`;
  return `## Bytes over the wire

kB (1000 bytes), minified, then brotli 11 file by file. PeerJS is apart: it is needed only where PeerServer does the signalling.

| | min | brotli | |
| --- | ---: | ---: | --- |
${[
  line('call-elements, page at rest', atRest, 'all tags, line open through PeerServer'),
  line('call-elements, after a video call', inCall, 'what was fetched until the call had ended'),
  line('call-elements, everything', everything, 'all connectors and languages'),
  line('PeerJS, as we load it', peerjs, 'without webrtc-adapter'),
  line('call-elements, classic script', classic, 'everything, PeerJS too, in one file'),
  ...packages.map((one) => line(one.name, one, `still to be written: ${one.lacks}`)),
].join('\n')}`;
};

const mountSection = (mount) => {
  const all = (name) => mount[name].map((round) => round.ms);
  const rows = Object.keys(mount).map((name) =>
    row(name, ms(summarise(all(name))), times(compare(all(name), all('plain button'))), Math.max(...mount[name].map(({frames}) => frames))),
  );
  return `## Mounting 200 buttons

Milliseconds from \`innerHTML\` to the end of the frame in which all are rendered; ${all('call-button').length} rounds in turns.

${table(['', 'ms', '÷ plain', 'frames'], rows)}`;
};

const loadSection = (load) => {
  const rows = load.contestants.map(({name}) => {
    const of = (measure, digits = 0) => {
      const {median, lower, upper} = summarise(valuesOf(load, name, measure));
      return `${median.toFixed(digits)} (${lower.toFixed(digits)}–${upper.toFixed(digits)})`;
    };
    const kilobytes = summarise(valuesOf(load, name, 'bytesPerConnection')).median / 1024;
    return row(name, of('connectsPerSecond'), kilobytes.toFixed(1), of('ringsPerSecond'), of('cpuPerRing'), of('p50', 1), of('p95', 1));
  });
  return `## One server process under load

${load.users} users connected, then ${load.rings} rings of one kilobyte between them, 64 under way at once; median (quartiles) of
${load.contestants[0].rounds.length} rounds in turns. The clients share the machine's processors with the server. Ours checks each token, each sender and each
limit, and keeps each ring in its call log.

${table(['', 'connects per s', 'KiB per connection', 'rings per s', 'processor µs per ring', 'p50 ms', 'p95 ms'], rows)}`;
};

const METHOD = `## How it was measured, and what it does not show

- One Chromium, headless, with fake devices (1280×720, 30 frames a second); each page in a context and a process of its own.
- Signalling passes a TCP proxy with half the round trip each way. Media passes UDP hops with the whole one, since two clients lie
  between; a script that runs before the page's own puts a hop in the place of each candidate of the other side, alike for all.
  The last column is the browser's own measure of that path. There is no loss, no jitter, no STUN and no TURN.
- All open the devices in the same clicks: the caller's in the click that calls, the callee's in the click that answers, with
  the same constraints. Real devices take longer to open than fake ones, alike for all.
- The bare connection is at its best: it rings at once, and its offer and candidates travel while it rings. PeerJS needs a
  stream before it can ring.
- *Pre-connected* is \`ip-privacy="off"\`; *default* is \`until-accept\` without TURN, where nothing of the callee's address is told
  before the answer. call-elements draws its popup and its window meanwhile; the others draw one \`<video>\`.
- A frame counts when the browser presented it (\`requestVideoFrameCallback\`). The phone rings 1 to 1.5 s.
- First calls, which fetch the rest of the library, are left out of the medians; \`results.json\` has them as \`first\`.
- Only ratios within a run mean something; milliseconds depend on the machine.`;

/** The results as a page for people. */
export const report = ({date, machine, calls, weight, mount, load}, targets) =>
  [
    '# Benchmarks',
    `Written by \`npm run bench\` on ${date}: ${machine}.`,
    targetTable(targets),
    '![Times and weights as bars](results.svg)',
    calls && callSection(calls),
    weight && weightSection(weight),
    mount && mountSection(mount),
    load && loadSection(load),
    METHOD,
  ]
    .filter(Boolean)
    .join('\n\n') + '\n';
