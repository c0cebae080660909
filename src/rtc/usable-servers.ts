const isUsable = (server: RTCIceServer): boolean => {
  try {
    new RTCPeerConnection({iceServers: [server]}).close();
    return true;
  } catch {
    return false;
  }
};

/**
 * Lets `use` have the configuration or, when the browser refuses it, what remains of it without the ICE servers that
 * are to blame: each browser refuses some that others take (Firefox certain ports), and one must not cost the call.
 */
export const withUsableServers = <T>(configuration: RTCConfiguration, use: (fit: RTCConfiguration) => T): T => {
  try {
    return use(configuration);
  } catch {
    return use({...configuration, iceServers: configuration.iceServers?.filter(isUsable) ?? []});
  }
};
