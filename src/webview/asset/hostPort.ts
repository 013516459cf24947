import type { ImageEnvelope, ImageHostMessages, ImagePanelMessages } from '../../shared/imageMessages.ts';
import type { VsCodeApi } from '../comparison/hostPort.ts';
import { readHostMessage } from '../hostMessage.ts';

/** Tells the host what the person wants. */
export type SendImage = <Name extends keyof ImagePanelMessages>(type: Name, payload: ImagePanelMessages[Name]) => void;

/** Posts intents. */
export function imageSender(api: VsCodeApi): SendImage {
  return (type, payload) => api.postMessage({ type, payload });
}

const hostMessageTypes: ReadonlySet<keyof ImageHostMessages> = new Set<keyof ImageHostMessages>([
  'view-replaced',
  'side-changed',
  'picture-changed',
  'requests-changed',
]);

/** A message of our own host's; null for anything else. */
export function imageHostMessage(
  event: MessageEvent<unknown>,
  ownOrigin: string,
): ImageEnvelope<ImageHostMessages> | null {
  return readHostMessage<ImageEnvelope<ImageHostMessages>>(event, ownOrigin, hostMessageTypes);
}
