/**
 * Runs in a page before its own scripts, alike for all contestants: each candidate of the other side is replaced by a
 * hop of the slow network, which forwards to it. (Serialised by puppeteer: it may use nothing from outside itself. `hops` are this
 * page's to hand out; `spare` ones stand for those whose packets came before their candidates.)
 */
export const shim = ({hops, spare, control}) => {
  const socket = new WebSocket(`ws://127.0.0.1:${control}`);
  const open = new Promise((resolve) => socket.addEventListener('open', resolve));
  const known = new Map();
  const connections = new Set();

  const hopFor = (address, port) => {
    const name = `${address}:${port}`;
    if (!known.has(name)) {
      const hop = hops.shift();
      hops.push(hop);
      known.set(name, hop);
      // The answer is not awaited: a packet that is faster than this message waits at its hop.
      socket.send(JSON.stringify({hop, address, port}));
    }
    return known.get(name);
  };

  /** `foundation component protocol priority address port typ host …`; undefined for what the network does not carry. */
  const reroute = (line) => {
    const fields = line.split(' ');
    const [, , protocol, , address, port] = fields;
    if (protocol.toLowerCase() !== 'udp' || !/^[\d.]+$/.test(address)) return undefined;
    fields[5] = hopFor(address, Number(port));
    return fields.join(' ');
  };

  const rerouteAll = (sdp) =>
    sdp
      .split('\r\n')
      .map((line) => (line.startsWith('a=candidate:') ? reroute(line) : line))
      .filter((line) => line !== undefined)
      .join('\r\n');

  const {prototype} = RTCPeerConnection;
  const {addIceCandidate, setRemoteDescription} = prototype;

  prototype.addIceCandidate = function (candidate, ...rest) {
    if (!candidate?.candidate) return addIceCandidate.call(this, candidate, ...rest);
    const line = reroute(candidate.candidate);
    if (!line) return Promise.resolve();
    const {sdpMid, sdpMLineIndex, usernameFragment} = candidate;
    return addIceCandidate.call(this, {candidate: line, sdpMid, sdpMLineIndex, usernameFragment}, ...rest);
  };

  prototype.setRemoteDescription = function ({type, sdp}, ...rest) {
    connections.add(this);
    return setRemoteDescription.call(this, {type, sdp: sdp && rerouteAll(sdp)}, ...rest);
  };

  /** Milliseconds there and back of the path in use; throws where media found a way past the slow network. */
  const pathRoundTrip = async () => {
    for (const connection of connections) {
      if (connection.connectionState === 'closed') connections.delete(connection);
    }
    const stats = [...(await [...connections].at(-1).getStats()).values()];
    const find = (id) => stats.find((stat) => stat.id === id);
    const pair = find(stats.find(({type}) => type === 'transport').selectedCandidatePairId);
    const {port} = find(pair.remoteCandidateId);
    if (!hops.includes(port) && !spare.includes(port)) throw new Error(`Media goes to port ${port}, which is no hop.`);
    return pair.currentRoundTripTime * 1000;
  };

  globalThis.slowNetwork = {open, pathRoundTrip};
};
