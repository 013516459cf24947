import type { PreviewEnvelope, PreviewHostMessages, PreviewPanelMessages } from '../../shared/previewMessages.ts';
import type { VsCodeApi } from '../comparison/hostPort.ts';

/** Tells the host what the person wants. */
export type SendPreview = <Name extends keyof PreviewPanelMessages>(
  type: Name,
  payload: PreviewPanelMessages[Name],
) => void;

/** Posts intents. */
export function previewSender(api: VsCodeApi): SendPreview {
  return (type, payload) => api.postMessage({ type, payload });
}

const hostMessageTypes: ReadonlySet<string> = new Set<keyof PreviewHostMessages>([
  'view-replaced',
  'side-changed',
  'checker-told',
  'painter-told',
]);

/**
 * A message of our own host's; null for anything else. VS Code delivers it from the frame around this one, of the same
 * origin (and hides that frame from `parent`, so that it cannot be asked for); the previewed frames have the origin
 * `null`, and none of their messages is one of the host's.
 */
export function previewHostMessage(
  { data, origin }: MessageEvent<unknown>,
  ownOrigin: string,
): PreviewEnvelope<PreviewHostMessages> | null {
  return origin === ownOrigin && isHostMessage(data) ? data : null;
}

function isHostMessage(data: unknown): data is PreviewEnvelope<PreviewHostMessages> {
  return (
    typeof data === 'object' &&
    data !== null &&
    'type' in data &&
    typeof data.type === 'string' &&
    hostMessageTypes.has(data.type) &&
    'payload' in data &&
    typeof data.payload === 'object' &&
    data.payload !== null
  );
}
