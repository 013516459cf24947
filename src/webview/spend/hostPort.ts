import type { SpendEnvelope, SpendHostMessages, SpendPanelMessages } from '../../shared/spendMessages.ts';
import type { VsCodeApi } from '../comparison/hostPort.ts';
import { readHostMessage } from '../hostMessage.ts';

/** Tells the host what the person wants. */
export type SendSpend = <Name extends keyof SpendPanelMessages>(type: Name, payload: SpendPanelMessages[Name]) => void;

/** Posts intents. */
export function spendSender(api: VsCodeApi): SendSpend {
  return (type, payload) => api.postMessage({ type, payload });
}

const hostMessageTypes: ReadonlySet<keyof SpendHostMessages> = new Set<keyof SpendHostMessages>([
  'view-replaced',
  'report-changed',
  'requests-changed',
  'requests-added',
  'raw-told',
]);

/** A message of our own host's; null for anything else, and for whatever comes from another origin. */
export function spendHostMessage(
  event: MessageEvent<unknown>,
  ownOrigin: string,
): SpendEnvelope<SpendHostMessages> | null {
  return readHostMessage<SpendEnvelope<SpendHostMessages>>(event, ownOrigin, hostMessageTypes);
}
