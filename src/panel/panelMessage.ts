import type { Envelope, PanelMessages } from '../shared/messages.ts';

/** No message of a panel is longer; ids are short, and addresses are the longest thing it may send. */
const longestText = 4096;
const longestId = 200;

type Read<Payload> = (payload: Readonly<Record<string, unknown>>) => Payload | null;

const readNothing: Read<Record<string, never>> = () => ({});
const readHunk: Read<{ readonly hunkId: string }> = ({ hunkId }) => (isShort(hunkId, longestId) ? { hunkId } : null);

const readers: { readonly [Name in keyof PanelMessages]: Read<PanelMessages[Name]> } = {
  'panel-ready': readNothing,
  'hunk-accepted': readHunk,
  'hunk-rejected': readHunk,
  'hunk-reopened': readHunk,
  'side-accepted': ({ side }) => (side === 'left' || side === 'right' ? { side } : null),
  'choice-undone': readNothing,
  'accepted-applied': readNothing,
  'comparison-declined': readNothing,
  'answer-cancelled': readSideOrBoth,
  'answer-asked-again': readSideOrBoth,
  'piece-toggled': ({ pieceId, included }) =>
    isShort(pieceId, longestId) && typeof included === 'boolean' ? { pieceId, included } : null,
  'request-sent': readNothing,
  'action-chosen': (payload) => {
    const place = readSideOrBoth(payload);
    const { action } = payload;
    return place !== null && isAction(action) ? { ...place, action } : null;
  },
  'link-opened': ({ address }) => (isShort(address, longestText) ? { address } : null),
};

/**
 * What a panel posted, if it is one of its messages, of the right shape and size and about this comparison; null for
 * anything else, which is then dropped. Only `panel-ready` may come without a comparison: the panel cannot know yet.
 */
export function readPanelMessage(data: unknown, comparisonId: string): Envelope<PanelMessages> | null {
  if (!isRecord(data) || !isRecord(data.payload) || !isMessageName(data.type)) return null;
  const isOurs = data.comparisonId === comparisonId || (data.type === 'panel-ready' && data.comparisonId === null);
  return isOurs ? readPayload(data.type, data.payload, comparisonId) : null;
}

function readPayload<Name extends keyof PanelMessages>(
  type: Name,
  data: Readonly<Record<string, unknown>>,
  comparisonId: string,
): Envelope<Pick<PanelMessages, Name>> | null {
  const payload = readers[type](data);
  return payload === null ? null : { type, comparisonId, payload };
}

const actions: Readonly<Record<PanelMessages['action-chosen']['action'], true>> = {
  'set-key': true,
  'choose-model': true,
  'try-scripted': true,
  'ask-again': true,
  'open-settings': true,
  'show-log': true,
  'manage-trust': true,
  'open-file': true,
  'copy-patch': true,
  'show-request': true,
  'take-back': true,
};

function isAction(value: unknown): value is PanelMessages['action-chosen']['action'] {
  return typeof value === 'string' && Object.hasOwn(actions, value);
}

function isMessageName(value: unknown): value is keyof PanelMessages {
  return typeof value === 'string' && Object.hasOwn(readers, value);
}

function readSideOrBoth({ side }: Readonly<Record<string, unknown>>): PanelMessages['answer-cancelled'] | null {
  return side === 'left' || side === 'right' || side === null ? { side } : null;
}

function isShort(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.length <= longest;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
