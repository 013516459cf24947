import type { Canaries } from './canaries.ts';

/** A page that tries to reach beyond its frame. */
export interface HostilePage {
  readonly name: string;
  readonly file: string;
  readonly text: string;
  /** Whether it reaches a canary where nothing holds it: as a page of its own in the same browser. */
  readonly reaches: boolean;
  /** Whether it is a component, whose code cannot but have run where scripts do. */
  readonly mounts: boolean;
  /** Whether its script tries to lead its own frame elsewhere. */
  readonly leaves: boolean;
  /** What a person clicks on it. */
  readonly click?: string;
}

/** A page of this body. Those whose names say so lead their frame elsewhere. */
export function pageOf(name: string, html: string, reaches = true, click?: string): HostilePage {
  return {
    name,
    file: `${name}.html`,
    text: `<!doctype html><html lang="en"><head><title>${name}</title></head><body><h1>${name}</h1>${html}</body></html>`,
    reaches,
    mounts: false,
    leaves: /^(?:self-(?!data|script|hash)|top-navigation$)/.test(name),
    ...(click === undefined ? {} : { click }),
  };
}

/** A script that says when it ran to its end, and what it got at that it must not. */
export function scriptOf(code: string): string {
  return `<script>const escaped = (what) => { document.documentElement.dataset.escaped = what; };
const attempt = (work) => { try { return work(); } catch { return undefined; } };
${code}
document.documentElement.dataset.ran = 'yes';</script>`;
}

/** A document that connects to whoever it can, as soon as it is shown; for use within a double-quoted attribute. */
export function connectingDocument({ http, stun }: Canaries): string {
  const code = `try { const connection = new RTCPeerConnection({ iceServers: [{ urls: '${stun}' }] }); connection.createDataChannel('x'); connection.createOffer().then((offer) => connection.setLocalDescription(offer)); } catch {} new Image().src = '${http}nested';`;
  return `<script>${code}</script>`.replaceAll("'", '&#39;');
}
