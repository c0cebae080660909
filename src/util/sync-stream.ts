/** Makes a stream hold exactly `tracks`; whoever shows the stream follows. */
export const syncStream = (stream: MediaStream, tracks: readonly (MediaStreamTrack | undefined)[]): void => {
  for (const track of stream.getTracks()) if (!tracks.includes(track)) stream.removeTrack(track);
  for (const track of tracks) if (track) stream.addTrack(track);
};
