import type {EndReason} from '../types/end-reason.js';
import {END_REASONS} from '../types/end-reason.js';
import {MEDIA_KINDS} from '../types/media.js';
import type {DeviceState, PerKind, RemoteMedia, TextKind} from '../types/media.js';
import type {Goodbye} from '../protocol/peer-link.js';
import {fieldsOf, objectField, textField, wordField} from '../protocol/fields.js';
import {parseJson} from '../util/parse-json.js';

const LONGEST_TEXT = 4000;
const FIELDS = {line: 'text', draft: 'draft'} as const;

export interface SideChannelListener {
  remoteMedia(media: RemoteMedia): void;
  remoteText(text: string, kind: TextKind): void;
  remoteGone(reason: EndReason): void;
  remoteAway(): void;
}

/** What runs beside sound and picture in one data channel: who sends what, text as it is written, goodbye. */
export interface SideChannel {
  tell(states: PerKind<DeviceState>): void;
  sendText(text: string, kind?: TextKind): boolean;
  goodbye(reason: Goodbye): void;
  close(): void;
}

/** Opens the channel on both sides without negotiation (`negotiated`, RFC 8832 §4). */
export const openSideChannel = (pc: RTCPeerConnection, listener: SideChannelListener): SideChannel => {
  const channel = pc.createDataChannel('call', {negotiated: true, id: 0});
  let told: PerKind<DeviceState> | undefined;

  const send = (message: object): boolean => {
    if (channel.readyState !== 'open') return false;
    channel.send(JSON.stringify(message));
    return true;
  };
  const sendMedia = (): void => {
    if (told) send({media: Object.fromEntries(MEDIA_KINDS.map((kind) => [kind, told?.[kind] === 'on']))});
  };

  channel.onopen = sendMedia;
  channel.onmessage = ({data}: MessageEvent<unknown>) => read(data, listener);
  return {
    tell: (states) => {
      told = states;
      sendMedia();
    },
    sendText: (text, kind = 'line') => send({[FIELDS[kind]]: text.slice(0, LONGEST_TEXT)}),
    goodbye: (gone) => void send(gone === 'away' ? {away: true} : {gone}),
    close: () => {
      channel.onopen = null;
      channel.onmessage = null;
      channel.close();
    },
  };
};

const read = (data: unknown, listener: SideChannelListener): void => {
  if (typeof data !== 'string' || data.length > 4 * LONGEST_TEXT) return;
  const message = fieldsOf(parseJson(data));
  if (!message) return;
  const media = objectField(message, 'media');
  const text = textField(message, 'text', LONGEST_TEXT);
  if (media) {
    const {mic, camera, screen} = media;
    listener.remoteMedia(Object.freeze({mic: mic === true, camera: camera === true, screen: screen === true}));
  }
  const draft = textField(message, 'draft', LONGEST_TEXT);
  if (draft !== undefined) listener.remoteText(draft, 'draft');
  if (text !== undefined) listener.remoteText(text, 'line');
  const gone = wordField(message, 'gone', END_REASONS);
  if (gone) listener.remoteGone(gone);
  else if (message['away'] === true) listener.remoteAway();
};
