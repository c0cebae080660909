import {summarise} from './statistics.mjs';
import {valuesOf} from './targets.mjs';

const WIDTH = 760;
const LABEL = 230;
const BAR = 16;
const STEP = 22;
const OURS = /^call-/;

const escape = (text) => text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);

/** Bars with a title; `bars`: `{name, value, lower?, upper?, text}`. Whiskers are quartiles. */
const group = (title, bars, top) => {
  const most = Math.max(...bars.map(({value, upper}) => upper ?? value));
  const scale = (value) => LABEL + (value / most) * (WIDTH - LABEL - 90);
  const drawn = bars.map(({name, value, lower, upper, text}, place) => {
    const y = top + 26 + place * STEP;
    const middle = y + BAR / 2;
    const end = scale(upper ?? value);
    const whisker = upper === undefined ? '' : `<path class="whisker" d="M${scale(lower).toFixed(1)} ${middle}H${end.toFixed(1)}"/>`;
    return `<text class="name" x="${LABEL - 8}" y="${middle + 4}">${escape(name)}</text>
<rect class="${OURS.test(name) ? 'ours' : 'other'}" x="${LABEL}" y="${y}" width="${(scale(value) - LABEL).toFixed(1)}" height="${BAR}" rx="2"/>${whisker}
<text x="${(end + 6).toFixed(1)}" y="${middle + 4}">${text}</text>`;
  });
  return `<text class="title" x="0" y="${top + 14}">${escape(title)}</text>\n${drawn.join('\n')}`;
};

const callGroups = (calls = []) =>
  calls.flatMap((series) =>
    [
      ['ring', 'Click → rings'],
      ['callerFrame', 'Answer → first frame at the caller'],
      ['calleeFrame', 'Answer → first frame at the callee'],
    ].map(([measure, title]) => [
      `${title}, ${series.rtt} ms to the server (ms)`,
      series.contestants.map(({name}) => {
        const {median, lower, upper} = summarise(valuesOf(series, name, measure));
        return {name, value: median, lower, upper, text: median.toFixed(0)};
      }),
    ]),
  );

const weightGroup = ({atRest, inCall, peerjs, packages}) => {
  const bar = (name, {brotli}) => ({name, value: brotli, text: (brotli / 1000).toFixed(1)});
  return [
    'Bytes over the wire (kB, brotli)',
    [
      bar('call-elements at rest', atRest),
      bar('call-elements in a call', inCall),
      bar('PeerJS as call-elements load it', peerjs),
      ...packages.map((one) => bar(one.name, one)),
    ],
  ];
};

const mountGroup = (mount) => [
  'Mounting 200 buttons (ms)',
  Object.entries(mount).map(([name, rounds]) => {
    const {median, lower, upper} = summarise(rounds.map(({ms}) => ms));
    return {name, value: median, lower, upper, text: median.toFixed(0)};
  }),
];

const STYLE = `text{font:12px system-ui,sans-serif;fill:#333}.title{font-weight:600}.name{text-anchor:end}.ours{fill:#0b7a3e}.other{fill:#9aa3ad}
.whisker{stroke:#111;fill:none}.page{fill:#fff}@media (prefers-color-scheme:dark){text{fill:#ddd}.page{fill:#16191d}.ours{fill:#35c977}.whisker{stroke:#eee}}`;

/** All results as one picture. */
export const chart = ({calls, weight, mount}) => {
  const groups = [...callGroups(calls), ...(weight ? [weightGroup(weight)] : []), ...(mount ? [mountGroup(mount)] : [])];
  let top = 10;
  const drawn = groups.map(([title, bars]) => {
    const picture = group(title, bars, top);
    top += 26 + bars.length * STEP + 18;
    return picture;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-10 0 ${WIDTH + 20} ${top}" role="img" aria-label="Benchmarks as bars">
<style>${STYLE}</style>
<rect class="page" x="-10" width="${WIDTH + 20}" height="${top}"/>
${drawn.join('\n')}
</svg>
`;
};
