import wrtc from '@roamhq/wrtc';

/** The WebRTC stack, which has what browsers have, and sources and sinks of raw sound and pictures besides. */
export const {RTCPeerConnection} = wrtc;
export const {RTCAudioSink, RTCAudioSource, RTCVideoSink, RTCVideoSource, rgbaToI420, i420ToRgba} = wrtc.nonstandard;

// As Node takes itself down at a natural end, the stack calls it back and both crash (seen with 0.10.0 on Node 20: "Cannot
// create a handle without a HandleScope"); `process.exit` leaves that out. To be removed when it ends well without.
process.once('beforeExit', () => process.once('exit', (code) => process.exit(code)));

/** One picture in I420: brightness of each pixel, then two planes of colour at half the size. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Ten milliseconds of sound. */
export interface Samples {
  readonly samples: Int16Array;
  readonly sampleRate: number;
  readonly channelCount: number;
}
