import type {OutgoingTracks} from '../../src/protocol/peer-link.js';

/** Notes each time that the page asks for a device, and every track it was given, until `close`. */
export interface MediaBook {
  readonly asked: readonly MediaStreamConstraints[];
  readonly tracks: readonly MediaStreamTrack[];
  readonly live: readonly MediaStreamTrack[];
  close(): void;
}

export const bookMedia = (): MediaBook => {
  const {mediaDevices} = navigator;
  const asked: MediaStreamConstraints[] = [];
  const tracks: MediaStreamTrack[] = [];
  const native = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = async (constraints = {}) => {
    asked.push(constraints);
    const stream = await native(constraints);
    tracks.push(...stream.getTracks());
    return stream;
  };
  return {
    asked,
    tracks,
    get live() {
      return tracks.filter(({readyState}) => readyState === 'live');
    },
    close: () => {
      // Uncovers the prototype's own method.
      delete (mediaDevices as Partial<MediaDevices>).getUserMedia;
    },
  };
};

export type FakeTracks = OutgoingTracks & {readonly mic: MediaStreamTrack; readonly camera: MediaStreamTrack};

/** The browser's fake microphone and camera. */
export const openFakeTracks = async (): Promise<FakeTracks> => {
  const stream = await navigator.mediaDevices.getUserMedia({audio: true, video: true});
  const [mic] = stream.getAudioTracks();
  const [camera] = stream.getVideoTracks();
  if (!mic || !camera) throw new Error('The browser of the tests has fake devices.');
  return {mic, camera, screen: undefined};
};

/** Resolves once `count` pictures of a track or a stream were shown: a measure of time that passes with the world. */
export const frames = async (source: MediaStreamTrack | MediaStream, count: number): Promise<void> => {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = source instanceof MediaStream ? source : new MediaStream([source]);
  document.body.append(video);
  await video.play();
  for (let shown = 0; shown < count; shown += 1) {
    await new Promise((resolve) => video.requestVideoFrameCallback(resolve));
  }
  video.srcObject = null;
  video.remove();
};
