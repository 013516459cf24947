import type { Failure } from '../../core/failure.ts';
import { isFields, textField } from '../fields.ts';
import { causeChain } from './failedRequest.ts';

/** Where a request was when the network failed it. */
export type NetworkPhase = 'before-headers' | 'in-body';

const certificateCode =
  /^(CERT_|ERR_CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|HOSTNAME_MISMATCH|INVALID_CA|EPROTO$)/;
const proxyCode = /^(ERR_PROXY_|ERR_TUNNEL_|ERR_MANDATORY_PROXY_|ERR_UNEXPECTED_PROXY_AUTH)/;
const decodingCode = /^(Z_|ERR_BROTLI|ERR_ZLIB|ERR__ERROR_|ERR_PADDING|ERR_CONTENT_DECODING)/;
const resetCode = /^(ECONNRESET|EPIPE|ECONNABORTED|UND_ERR_SOCKET|ERR_CONNECTION_RESET|ERR_HTTP2_STREAM_ERROR)$/;
/** Node's own limit on a silent connection, which ends it before any of ours when ours is longer. */
const nodeSilenceMs = 300_000;

/**
 * What went wrong below HTTP, told from the codes and messages along an error's causes: Node's own, undici's, and
 * Chromium's (`net::ERR_…`) for hosts that patch `fetch`. Never throws; what it cannot tell is `network-down` before
 * the headers and `stream-broken` after.
 */
export function networkFailure(error: unknown, host: string, phase: NetworkPhase): Failure {
  const causes = causeChain(error).filter(isFields);
  const messages = causes.map((cause) => textField(cause, 'message') ?? '');
  const codes = [
    ...causes.flatMap((cause) => textField(cause, 'code') ?? []),
    ...messages.flatMap((message) => /net::(ERR_[A-Z0-9_]+)/.exec(message)?.[1] ?? []),
  ];
  const codeLike = (pattern: RegExp) => codes.find((code) => pattern.test(code)) ?? null;
  const says = (pattern: RegExp) => messages.some((message) => pattern.test(message));

  if (codeLike(certificateCode) !== null) return { kind: 'tls', host, code: codeLike(certificateCode) };
  const proxyStatus = messages.flatMap((message) => /Proxy response \((\d{3})\)/i.exec(message)?.[1] ?? [])[0];
  if (proxyStatus !== undefined) return { kind: 'proxy', host, status: Number(proxyStatus) };
  // Node's `fetch` turns a 407 into an error that says nothing at all, and no other status or fault into such a one.
  const isMute = messages[0] === 'fetch failed' && messages.length === 2 && messages[1] === '' && codes.length === 0;
  if (isMute || says(/proxy authentication required/i)) return { kind: 'proxy', host, status: 407 };
  if (codeLike(proxyCode) !== null) return { kind: 'proxy', host, status: null };
  if (says(/unexpected redirect|redirect mode is set to error/i)) {
    return { kind: 'protocol', host, detail: 'the address redirects elsewhere' };
  }
  if (codeLike(/^HPE_/) !== null || causes.some((cause) => textField(cause, 'name') === 'HTTPParserError')) {
    return { kind: 'protocol', host, detail: 'not HTTP' };
  }
  if (codeLike(decodingCode) !== null) {
    return { kind: 'protocol', host, detail: `cannot be decompressed (${codeLike(decodingCode)})` };
  }
  if (codes.includes('UND_ERR_HEADERS_TIMEOUT')) return { kind: 'timed-out', host, afterMs: nodeSilenceMs };
  if (codes.includes('UND_ERR_BODY_TIMEOUT')) return { kind: 'stalled', host, afterMs: nodeSilenceMs };
  // A connection that broke after the request went out may have been billed; one that never stood cannot have been.
  const neverStood = says(/before secure TLS connection/i);
  if (phase === 'in-body' || (codeLike(resetCode) !== null && !neverStood)) return { kind: 'stream-broken', host };
  return { kind: 'network-down', host, code: codes[0] ?? null };
}
