/** Whether one of the servers relays, which is what a call behind strict firewalls, or a hidden address, needs. */
export const hasRelay = (servers: readonly RTCIceServer[]): boolean =>
  servers.some(({urls}) => [urls].flat().some((url) => /^turns?:/i.test(url)));
