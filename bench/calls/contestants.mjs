/** Who takes part: `page` is the script in `pages/`, `server` the one that its signalling needs. */
export const CONTESTANTS = [
  {name: 'bare RTCPeerConnection', page: 'bare', server: 'relay'},
  {name: 'PeerJS peer.call', page: 'peerjs', server: 'peerServer'},
  {name: 'simple-peer', page: 'simple-peer', server: 'relay'},
  {name: 'call-elements, pre-connected', page: 'call-elements', server: 'peerServer', privacy: 'off'},
  {name: 'call-elements, default', page: 'call-elements', server: 'peerServer', privacy: 'until-accept'},
];

const tags = ({privacy}, {user, other, door}) => `
  <call-config user-id="${user}" connector="peerjs" server="http://127.0.0.1:${door}/" ip-privacy="${privacy}"></call-config>
  <call-button data-press="call" callee="${other}"></call-button>
  <incoming-call></incoming-call>
  <call-window></call-window>`;

const PLAIN = `
  <button data-press="call">Call</button>
  <video id="remote" width="400" autoplay playsinline muted></video>`;

/** The page of one contestant's user. */
export const markup = (contestant, people) => `<!doctype html>
<html lang="en">
  <title>${contestant.name}</title>
  <button data-press="answer">Answer</button>
  ${contestant.privacy ? tags(contestant, people) : PLAIN}
  <script type="module" src="/${contestant.page}.js"></script>
</html>`;
