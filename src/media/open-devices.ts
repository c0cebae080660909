import {CallError} from '../types/call-error.js';
import type {CallSettings} from '../types/call-settings.js';
import type {Devices} from './devices.js';
import {isPolicyBlocked} from './is-policy-blocked.js';
import {mediaConstraints} from './media-constraints.js';
import type {Insistence, WantedDevices} from './media-constraints.js';
import {isRefusal, mediaError} from './media-error.js';
import {permission} from './permission.js';

/** For each that was wanted a live track, or why there is none. What was given up on the way is absent. */
export interface OpenedDevices {
  readonly mic?: MediaStreamTrack | CallError;
  readonly camera?: MediaStreamTrack | CallError;
}

interface Means {
  readonly devices: Devices;
  readonly settings: CallSettings;
  /** Whether the devices in `settings` are a preference, by default, or a demand. */
  readonly how?: Insistence;
  /** Aborted: nothing more is asked. What is already on its way is still returned, for its owner to stop. */
  readonly signal: AbortSignal;
}

const ask = async (want: WantedDevices, {devices, settings, how}: Means): Promise<OpenedDevices> => {
  const stream = await devices.getUserMedia(mediaConstraints(want, settings, how));
  const [mic] = stream.getAudioTracks();
  const [camera] = stream.getVideoTracks();
  return {...(mic && {mic}), ...(camera && {camera})};
};

const askAlone = async (kind: 'mic' | 'camera', means: Means): Promise<OpenedDevices> => {
  if (means.signal.aborted) return {};
  try {
    return await ask({mic: kind === 'mic', camera: kind === 'camera'}, means);
  } catch (error) {
    return {[kind]: mediaError(error, kind)};
  }
};

/** One after the other, so that there is never more than one prompt; refused the microphone, the call is off. */
const askEach = async (want: WantedDevices, means: Means): Promise<OpenedDevices> => {
  const first = want.mic ? await askAlone('mic', means) : {};
  const refused = first.mic instanceof CallError && isRefusal(first.mic.cause);
  return want.camera && !refused ? {...first, ...(await askAlone('camera', means))} : first;
};

/** Both were refused with one answer: find out whether that was meant for the camera alone. */
const withoutCamera = async (refusal: unknown, means: Means): Promise<OpenedDevices> => {
  const [mic, camera] = await Promise.all([permission('microphone'), permission('camera')]);
  const error = mediaError(refusal, 'mic');
  if (mic === 'denied') return {mic: new CallError('mic-denied', {cause: refusal})};
  // The person has just closed or refused the one prompt for both; another one would be nagging.
  if (mic === 'prompt' && camera !== 'denied') return {mic: error};
  if (mic === 'unknown' && error.code === 'permission-dismissed') return {mic: error};
  return {...(await askAlone('mic', means)), camera: mediaError(refusal, 'camera')};
};

/** Opens what is wanted with as few prompts as can be. Never rejects. */
export const openDevices = async (want: WantedDevices, means: Means): Promise<OpenedDevices> => {
  const blocked = () => new CallError('policy-blocked');
  if (want.mic && isPolicyBlocked('microphone')) return {mic: blocked()};
  if (want.camera && isPolicyBlocked('camera')) {
    return {...(want.mic ? await askAlone('mic', means) : {}), camera: blocked()};
  }
  if (!want.mic || !want.camera) return askEach(want, means);
  if (means.signal.aborted) return {};
  try {
    return await ask(want, means);
  } catch (error) {
    return isRefusal(error) ? withoutCamera(error, means) : askEach(want, means);
  }
};
