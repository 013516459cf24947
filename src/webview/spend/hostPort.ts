import type { SpendEnvelope, SpendHostMessages, SpendPanelMessages } from '../../shared/spendMessages.ts';
import type { VsCodeApi } from '../comparison/hostPort.ts';

/** Tells the host what the person wants. */
export type SendSpend = <Name extends keyof SpendPanelMessages>(type: Name, payload: SpendPanelMessages[Name]) => void;

/** Posts intents. */
export function spendSender(api: VsCodeApi): SendSpend {
  return (type, payload) => api.postMessage({ type, payload });
}

const hostMessageTypes: ReadonlySet<string> = new Set<keyof SpendHostMessages>([
  'view-replaced',
  'report-changed',
  'requests-changed',
  'requests-added',
  'raw-told',
]);

/** A message of our own host's; null for anything else, and for whatever comes from another origin. */
export function spendHostMessage(
  { data, origin }: MessageEvent<unknown>,
  ownOrigin: string,
): SpendEnvelope<SpendHostMessages> | null {
  return origin === ownOrigin && isHostMessage(data) ? data : null;
}

function isHostMessage(data: unknown): data is SpendEnvelope<SpendHostMessages> {
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
