import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {avatar} from '../avatar.js';
import {micOff} from '../call-icons.js';
import {icon} from '../icons.js';
import {pictureOf} from '../picture-of.js';
import {choosePictures} from './choose-pictures.js';
import {sameStream} from './same-stream.js';
import type {WindowModel} from './window-frame.js';

const hasFrames = ({root, host}: WindowModel): boolean =>
  Boolean((root ?? host.shadowRoot)?.querySelector<HTMLVideoElement>('[part="remote-video"]')?.videoWidth);

const badges = ({state, terms}: WindowModel): TemplateResult | typeof nothing => {
  const {phase, remote, local, peer} = state;
  if (phase !== 'connected' && phase !== 'reconnecting') return nothing;
  const name = peer?.name ?? '';
  return html`
    <div class="badges">
      ${remote.mic ? nothing : html`<span class="badge muted" role="img" title=${terms.isMuted(name)} aria-label=${terms.isMuted(name)}>${icon(micOff)}</span>`}
      ${remote.screen ? html`<span class="badge">${terms.sharesScreen(name)}</span>` : nothing}
      ${local.screen === 'on' ? html`<span class="badge">${terms.youShareScreen}</span>` : nothing}
    </div>
  `;
};

/** The pictures. The video elements stay the same ones throughout, so that nothing flickers when their roles change. */
export const windowStage = (model: WindowModel): TemplateResult => {
  const {state, streams, refresh} = model;
  const {peer, remote} = state;
  const {large, small} = choosePictures(state, hasFrames(model));
  const remoteRole = large === 'screen' || large === 'remote' ? large : 'none';
  const localRole = large === 'local' ? 'large' : small ? 'small' : 'none';
  return html`
    <div class="stage">
      ${large === 'avatar' && state.phase !== 'idle' ? avatar(peer?.name ?? '', pictureOf(state)) : nothing}
      <video
        part="remote-video"
        class=${remoteRole}
        autoplay
        playsinline
        .muted=${true}
        .srcObject=${sameStream(remote.screen ? streams.remoteScreen : streams.remote)}
        @resize=${refresh}
        @loadeddata=${refresh}
      ></video>
      <video part="local-video" class=${localRole} autoplay playsinline .muted=${true} .srcObject=${sameStream(streams.local)}></video>
      ${badges(model)}
    </div>
  `;
};
