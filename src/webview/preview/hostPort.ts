import type { PreviewEnvelope, PreviewHostMessages, PreviewPanelMessages } from '../../shared/previewMessages.ts';
import type { VsCodeApi } from '../comparison/hostPort.ts';
import { readHostMessage } from '../hostMessage.ts';

/** Tells the host what the person wants. */
export type SendPreview = <Name extends keyof PreviewPanelMessages>(
  type: Name,
  payload: PreviewPanelMessages[Name],
) => void;

/** Posts intents. */
export function previewSender(api: VsCodeApi): SendPreview {
  return (type, payload) => api.postMessage({ type, payload });
}

const hostMessageTypes: ReadonlySet<keyof PreviewHostMessages> = new Set<keyof PreviewHostMessages>([
  'view-replaced',
  'side-changed',
  'checker-told',
  'painter-told',
]);

/** A message of our own host's; null for anything else: the previewed frames have the origin `null`. */
export function previewHostMessage(
  event: MessageEvent<unknown>,
  ownOrigin: string,
): PreviewEnvelope<PreviewHostMessages> | null {
  return readHostMessage<PreviewEnvelope<PreviewHostMessages>>(event, ownOrigin, hostMessageTypes);
}
