const two = (value: number): string => String(value).padStart(2, '0');

/** 02:31, and 1:02:31 after an hour. */
export const formatDuration = (ms: number): string => {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const clock = `${two(minutes % 60)}:${two(seconds % 60)}`;
  return hours ? `${hours}:${clock}` : clock;
};
