// Stands in for webrtc-adapter where we bundle PeerJS. All that PeerJS reads of the real one is which browser this is, to
// tell whether it is supported; the rest is 57 % of PeerJS's bytes and mends browsers of 2017. We see it by features.
const browser = () => {
  if (typeof RTCPeerConnection === 'undefined') return undefined;
  if ('mozInnerScreenX' in globalThis) return 'firefox';
  // Only WebKit has GestureEvent; what is left is Chromium's family.
  return 'GestureEvent' in globalThis ? 'safari' : 'chrome';
};

const browserDetails = {
  get browser() {
    return browser();
  },
  // Whatever runs this bundle (ES2022) is newer than the oldest versions that PeerJS asks for.
  version: 10_000,
};

export default {browserDetails};
