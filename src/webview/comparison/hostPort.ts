import type { Envelope, HostMessages, PanelMessages } from '../../shared/messages.ts';

/** What VS Code gives a webview, once. */
export interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

/** Tells the host what the person wants. */
export type Send = <Name extends keyof PanelMessages>(type: Name, payload: PanelMessages[Name]) => void;

/** Posts intents under the comparison's id; before the first view there is none. */
export function sender(api: VsCodeApi, comparisonId: () => string | null): Send {
  return (type, payload) => api.postMessage({ type, comparisonId: comparisonId(), payload });
}

const hostMessageTypes: ReadonlySet<string> = new Set<keyof HostMessages>([
  'view-replaced',
  'side-changed',
  'answer-grew',
  'choices-changed',
  'request-changed',
  'draft-images-changed',
  'outlook-changed',
  'colours-changed',
  'drift-changed',
  'command-given',
  'hunk-revealed',
]);

/**
 * The messages in a post of our own host's, of which it sends several together; none in anything else. VS Code delivers
 * posts from the frame around the webview, which has the webview's own origin; nothing of another origin is listened to.
 */
export function hostMessages(
  { data, origin }: MessageEvent<unknown>,
  ownOrigin: string,
): readonly Envelope<HostMessages>[] {
  return origin === ownOrigin && Array.isArray(data) ? data.filter(isHostMessage) : [];
}

function isHostMessage(data: unknown): data is Envelope<HostMessages> {
  return (
    typeof data === 'object' &&
    data !== null &&
    'type' in data &&
    typeof data.type === 'string' &&
    hostMessageTypes.has(data.type) &&
    'comparisonId' in data &&
    typeof data.comparisonId === 'string' &&
    'payload' in data &&
    typeof data.payload === 'object' &&
    data.payload !== null
  );
}
