/** What reaches other machines past every policy: browsers do not hold WebRTC to `connect-src`. */
const names = [
  'RTCPeerConnection',
  'webkitRTCPeerConnection',
  'mozRTCPeerConnection',
  'RTCDataChannel',
  'RTCIceTransport',
  'RTCIceGatherer',
  'WebTransport',
] as const;

/** Takes them away for good, before a script of the page runs. */
export function removePeerConnections(view: Window): void {
  for (const name of names) {
    Reflect.deleteProperty(view, name);
    Object.defineProperty(view, name, { value: undefined, writable: false, configurable: false, enumerable: false });
  }
}
