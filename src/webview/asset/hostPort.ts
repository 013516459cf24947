import type { ImageEnvelope, ImageHostMessages, ImagePanelMessages } from '../../shared/imageMessages.ts';
import type { VsCodeApi } from '../comparison/hostPort.ts';

/** Tells the host what the person wants. */
export type SendImage = <Name extends keyof ImagePanelMessages>(type: Name, payload: ImagePanelMessages[Name]) => void;

/** Posts intents. */
export function imageSender(api: VsCodeApi): SendImage {
  return (type, payload) => api.postMessage({ type, payload });
}

const hostMessageTypes: ReadonlySet<string> = new Set<keyof ImageHostMessages>([
  'view-replaced',
  'side-changed',
  'picture-changed',
  'requests-changed',
]);

/** A message of our own host's; null for anything else. VS Code delivers it from the frame around this one, of the same origin. */
export function imageHostMessage(
  { data, origin }: MessageEvent<unknown>,
  ownOrigin: string,
): ImageEnvelope<ImageHostMessages> | null {
  return origin === ownOrigin && isHostMessage(data) ? data : null;
}

function isHostMessage(data: unknown): data is ImageEnvelope<ImageHostMessages> {
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
