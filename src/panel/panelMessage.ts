import { mostImageBytes, mostOffered } from '../core/images/image.ts';
import type { Side } from '../core/side.ts';
import type { Envelope, OfferedFile, PanelMessages } from '../shared/messages.ts';

/** No message of a panel is longer; ids are short, and addresses are the longest thing it may send. */
const longestText = 4096;
const longestId = 200;
/** A picture of the largest size that is taken, in base64. */
const longestImage = Math.ceil(mostImageBytes / 3) * 4;
/** Nobody types more than that into a follow-up, and what is pasted belongs into a file. */
const longestInstruction = 8000;

type Read<Payload> = (payload: Readonly<Record<string, unknown>>) => Payload | null;

const readNothing: Read<Record<string, never>> = () => ({});
const readHunk: Read<{ readonly hunkId: string }> = ({ hunkId }) => (isShort(hunkId, longestId) ? { hunkId } : null);

const readers: { readonly [Name in keyof PanelMessages]: Read<PanelMessages[Name]> } = {
  'panel-ready': readNothing,
  'hunk-accepted': readHunk,
  'hunk-rejected': readHunk,
  'hunk-reopened': readHunk,
  'side-accepted': readSide,
  'choice-undone': readNothing,
  'accepted-applied': readNothing,
  'target-asked': ({ own }) => (typeof own === 'boolean' ? { own } : null),
  'comparison-declined': readNothing,
  'answer-cancelled': readSideOrBoth,
  'answer-asked-again': readSideOrBoth,
  'follow-up-asked': (payload) => {
    const place = readSideOrBoth(payload);
    const instruction = readInstruction(payload.instruction);
    return place !== null && instruction !== null ? { ...place, instruction } : null;
  },
  'conflict-resolved': ({ hunkId, take }) =>
    isShort(hunkId, longestId) && (take === 'mine' || take === 'theirs' || take === null) ? { hunkId, take } : null,
  'inline-review-started': readSide,
  'diff-editor-opened': ({ side, hunkId }) =>
    isSide(side) && (hunkId === null || isShort(hunkId, longestId)) ? { side, hunkId } : null,
  'preview-opened': readNothing,
  'piece-toggled': ({ pieceId, included }) =>
    isShort(pieceId, longestId) && typeof included === 'boolean' ? { pieceId, included } : null,
  'images-asked': readNothing,
  'images-offered': ({ files }) => {
    const read = Array.isArray(files) && files.length <= mostOffered ? files.map(readFile) : [null];
    return read.every((file) => file !== null) ? { files: read } : null;
  },
  'image-drawn': ({ jobId, data }) => (isShort(jobId, longestId) && isImageData(data) ? { jobId, data } : null),
  'request-sent': readNothing,
  'count-asked': readNothing,
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
  'allow-over-budget': true,
  'accept-loss': true,
  'change-budget': true,
};

/** Whether a value from outside names an action. */
export function isAction(value: unknown): value is PanelMessages['action-chosen']['action'] {
  return typeof value === 'string' && Object.hasOwn(actions, value);
}

function isMessageName(value: unknown): value is keyof PanelMessages {
  return typeof value === 'string' && Object.hasOwn(readers, value);
}

function readSide({ side }: Readonly<Record<string, unknown>>): PanelMessages['side-accepted'] | null {
  return isSide(side) ? { side } : null;
}

function readSideOrBoth({ side }: Readonly<Record<string, unknown>>): PanelMessages['answer-cancelled'] | null {
  return isSide(side) || side === null ? { side } : null;
}

function isSide(value: unknown): value is Side {
  return value === 'left' || value === 'right';
}

/** Without the white space around it; null when nothing is left or it is too long. */
function readInstruction(value: unknown): string | null {
  const instruction = typeof value === 'string' ? value.trim() : '';
  return instruction === '' || instruction.length > longestInstruction ? null : instruction;
}

function readFile(value: unknown): OfferedFile | null {
  if (!isRecord(value) || !isShort(value.name, longestText)) return null;
  const { name, data, fault } = value;
  if (isShort(data, longestImage)) return { name, data };
  return fault === 'too-many-bytes' || fault === 'unreadable' ? { name, fault } : null;
}

/** Whether it can be a picture's bytes, or says that there are none; what they are is looked at later. */
function isImageData(value: unknown): value is string | null {
  return value === null || isShort(value, longestImage);
}

function isShort(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.length <= longest;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
