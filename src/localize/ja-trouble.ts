import type {LanguageTerms} from './terms.js';

/** What is said of troubles in Japanese. */
export const jaTrouble: LanguageTerms['errors'] = {
  'call-refused': {
    sentence: '通話サービスがこの通話を許可しませんでした。',
    wayOut: '1 分ほど待ってからもう一度発信するか、誰が誰に発信できるのかをこのページの管理者に確認してください。',
  },
  'callee-missing': {sentence: '発信先が指定されていません。', wayOut: '相手を選んで、もう一度発信してください。'},
  'connector-failed': {sentence: '通話サービスを開始できませんでした。', wayOut: 'しばらくしてからもう一度お試しください。'},
  'connector-unknown': {
    sentence: 'このページでは、その通話サービスを使用できません。',
    wayOut: 'このページの管理者に設定の確認を依頼してください。',
  },
  'device-busy': {
    sentence: '別のアプリがマイクまたはカメラを使用しています。',
    wayOut: 'そのアプリを閉じてから、ここでもう一度オンにしてください。',
  },
  'device-lost': {
    sentence: 'マイクまたはカメラの接続が外れました。',
    wayOut: '接続し直してから、もう一度オンにしてください。',
  },
  'insecure-context': {
    sentence: '通話には安全なページが必要です。',
    wayOut: 'このページを https:// のアドレスで開いてください。',
  },
  'mic-denied': {
    sentence: 'このページではマイクがブロックされています。',
    wayOut: 'ブラウザーのアドレスバーで許可してから、もう一度お試しください。',
  },
  'camera-denied': {
    sentence: 'このページではカメラがブロックされています。',
    wayOut: 'ブラウザーのアドレスバーで許可してから、オンにしてください。',
  },
  'permission-dismissed': {
    sentence: 'マイクの使用許可の確認が閉じられました。',
    wayOut: 'もう一度試して「許可」を選択してください。',
  },
  'no-mic': {sentence: 'マイクが見つかりませんでした。', wayOut: '接続してから、もう一度お試しください。'},
  'no-camera': {sentence: 'カメラが見つかりませんでした。', wayOut: '接続するか、カメラなしで続けてください。'},
  'policy-blocked': {
    sentence: 'このページではマイクとカメラを使用できません。',
    wayOut: 'このページの管理者に許可を依頼してください。',
  },
  'relay-missing': {
    sentence: 'この通話には中継サーバーが必要ですが、設定されていません。',
    wayOut: 'このページの管理者に TURN サーバーの追加を依頼してください。',
  },
  'relay-refused': {
    sentence: '中継サーバーが認証情報を拒否しました。',
    wayOut: 'このページの管理者に TURN サーバーの確認を依頼してください。',
  },
  'relay-unreachable': {
    sentence: '直接の経路が見つからず、中継サーバーにも接続できませんでした。',
    wayOut: '別のネットワークを試すか、ポート 443 の TURN サーバーを依頼してください。',
  },
  'screen-denied': {
    sentence: '画面は共有されませんでした。',
    wayOut: 'もう一度押して、共有するものを選択してください。',
  },
  'screen-unsupported': {
    sentence: 'このブラウザーでは画面を共有できません。',
    wayOut: 'パソコンのブラウザーを使用してください。',
  },
  'signaling-lost': {
    sentence: '通話サービスとの接続が切れました。',
    wayOut: 'ネットワークを確認してください。接続は自動的に回復します。',
  },
  'signaling-refused': {
    sentence: '通話サービスへのサインインが拒否されました。',
    wayOut: 'ページを再読み込みして、もう一度サインインしてください。',
  },
  'sound-blocked': {
    sentence: 'ブラウザーが音声を止めています。',
    wayOut: 'ページのどこかをクリックすると聞こえます。',
  },
  'user-missing': {sentence: '誰もサインインしていません。', wayOut: 'サインインしてから、もう一度発信してください。'},
  'webrtc-unsupported': {
    sentence: 'このブラウザーでは通話できません。',
    wayOut: '最新のブラウザーを使用してください。',
  },
  'window-blocked': {
    sentence: 'ブラウザーがこの通話のウィンドウをブロックしました。',
    wayOut: '通話はこのページで続けられます。次回ウィンドウで開くには、このページのポップアップを許可してください。',
  },
  'already-in-call': {sentence: '別の通話中です。', wayOut: '先にその通話を終了してください。'},
  'connection-failed': {
    sentence: '相手に接続できませんでした。',
    wayOut: 'ネットワークを確認してから、もう一度発信してください。',
  },
};
