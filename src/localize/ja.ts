import {jaTrouble} from './ja-trouble.js';
import type {LanguageTerms} from './terms.js';

/** Japanese. */
export const ja: LanguageTerms = {
  dir: 'ltr',

  call: '発信',
  cancel: 'キャンセル',
  answer: '応答',
  answerAudio: 'カメラなしで応答',
  decline: '拒否',
  hangUp: '通話を終了',
  close: '閉じる',

  audioCallTo: (name) => `${name} さんに発信`,
  videoCallTo: (name) => `${name} さんにビデオ通話を発信`,
  inAnotherCall: '別の通話中です',
  nobodyToCall: '発信先がありません',
  notSignedIn: '発信するにはサインインしてください',

  incomingAudio: '着信',
  incomingVideo: 'ビデオ通話の着信',
  isCalling: (name) => `${name} さんから着信です`,
  keyToCall: 'F6 キーを押すと着信の画面に移動します。',
  soundBlocked: '着信音を鳴らすには、画面のどこかをクリックしてください',

  callWith: (name) => `${name} さんとの通話`,
  moveWindow: '矢印キーで移動',
  isMuted: (name) => `${name} さんのマイクはオフです`,
  sharesScreen: (name) => `${name} さんが画面を共有しています`,
  youShareScreen: '画面を共有しています',

  phases: {
    initiating: '発信中…',
    ringing: '呼び出し中…',
    incoming: '着信',
    connecting: '接続中…',
    connected: '通話中',
    reconnecting: '再接続中…',
    ended: '通話終了',
  },
  relayed: '中継サーバー経由で通話中',
  weak: '接続が不安定です',
  callGoesOn: '通話は続いています。通話サービスとの接続だけが切れています。',
  presence: {
    available: '連絡可能',
    away: '離席中',
    busy: '取り込み中',
    'do-not-disturb': '応答不可',
    offline: 'オフライン',
  },
  devices: {mic: 'マイク', camera: 'カメラ', screen: '画面を共有', speaker: 'スピーカー'},
  settings: '設定',
  nothingToChoose: '各デバイスは 1 台ずつしかありません。',
  pending: {
    mic: 'マイクをオンにしています…',
    camera: 'カメラをオンにしています…',
    screen: '共有する画面を選択しています…',
  },
  unavailable: {
    mic: '使用できるマイクがありません',
    camera: '使用できるカメラがありません',
    screen: 'このブラウザーでは画面を共有できません',
  },

  ends: {
    'hung-up': {local: '通話を終了しました', remote: (name) => `${name} さんが通話を終了しました`, system: '通話が終了しました'},
    declined: {
      local: '着信を拒否しました',
      remote: (name) => `${name} さんが応答を拒否しました`,
      system: '応答が拒否されました',
    },
    busy: {
      local: '別の通話中でした',
      remote: (name) => `${name} さんは通話中です`,
      system: (name) => `${name} さんは通話中です`,
    },
    'no-answer': {local: '応答しませんでした', remote: '応答がありませんでした', system: '応答がありませんでした'},
    cancelled: {
      local: '発信をキャンセルしました',
      remote: (name) => `${name} さんが発信をキャンセルしました`,
      system: '発信がキャンセルされました',
    },
    unreachable: (name) => `${name} さんに連絡できません`,
    'answered-elsewhere': '別のデバイスで応答しました',
    'declined-elsewhere': '別のデバイスで拒否しました',
    'media-denied': {
      local: 'マイクの使用が許可されませんでした',
      remote: (name) => `${name} さんがマイクの使用を許可しませんでした`,
      system: 'マイクの使用が許可されませんでした',
    },
    'no-device': {
      local: 'マイクが見つかりませんでした',
      remote: (name) => `${name} さんのマイクが見つかりません`,
      system: 'マイクが見つかりませんでした',
    },
    'connection-failed': '接続できませんでした',
    'signaling-failed': '通話サービスに接続できません',
    'page-closed': {
      local: 'このページを離れました',
      remote: (name) => `${name} さんがページを離れました`,
      system: 'ページが閉じられました',
    },
    vetoed: {
      local: 'このページで通話が許可されませんでした',
      remote: (name) => `${name} さんのページで通話が許可されませんでした`,
      system: 'このページで通話が許可されませんでした',
    },
  },

  errors: jaTrouble,
};
