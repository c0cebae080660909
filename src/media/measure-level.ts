/** What is quieter than this, in decibels below full scale, is silence. */
const FLOOR = -60;

/** Milliseconds between two looks: as fast as a bar is to move, or as slow as numbers are to change. */
const LIVELY = 50;
const CALM = 400;

const loudness = (samples: Float32Array): number => {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  const decibels = 10 * Math.log10(power);
  return Math.min(1, Math.max(0, 1 - decibels / FLOOR));
};

/** Tells how loud a microphone's track is, from 0 to 1, until the returned function is called. Where there is no telling: nothing. */
export const measureLevel = (track: MediaStreamTrack, told: (level: number) => void): (() => void) => {
  if (!('AudioContext' in globalThis)) return () => {};
  const context = new AudioContext();
  const source = context.createMediaStreamSource(new MediaStream([track]));
  const analyser = context.createAnalyser();
  source.connect(analyser);
  void context.resume().catch(() => {});
  const samples = new Float32Array(analyser.fftSize);
  const rhythm = matchMedia('(prefers-reduced-motion: reduce)').matches ? CALM : LIVELY;
  let last = -Infinity;
  // Frames stop by themselves while the page is not seen.
  let frame = requestAnimationFrame(function look(now) {
    frame = requestAnimationFrame(look);
    if (now - last < rhythm) return;
    last = now;
    analyser.getFloatTimeDomainData(samples);
    told(loudness(samples));
  });
  return () => {
    cancelAnimationFrame(frame);
    source.disconnect();
    void context.close().catch(() => {});
  };
};
