import { longestAltText } from '../../core/asset/altText.ts';
import { readImageOptions } from '../../core/asset/imageOptions.ts';
import { longestImageInstruction } from '../../core/asset/imagePrompt.ts';
import type { Side } from '../../core/side.ts';
import type { ImageDraft, ImageEnvelope, ImagePanelMessages } from '../../shared/imageMessages.ts';
import { isAction } from '../panelMessage.ts';

type Data = Readonly<Record<string, unknown>>;
type Read<Payload> = (payload: Data) => Payload | null;

const readNothing: Read<Record<string, never>> = () => ({});
const readSide: Read<{ readonly side: Side }> = ({ side }) => (isSide(side) ? { side } : null);
const readDraft: Read<ImageDraft> = ({ instruction, options }) => {
  const chosen = readImageOptions(options);
  return isShort(instruction, longestImageInstruction) && chosen !== null
    ? { instruction: instruction.trim(), options: chosen }
    : null;
};

const readers: { readonly [Name in keyof ImagePanelMessages]: Read<ImagePanelMessages[Name]> } = {
  'panel-ready': readNothing,
  'draft-changed': readDraft,
  'images-asked': (payload) => {
    const draft = readDraft(payload);
    return draft === null || draft.instruction === '' ? null : draft;
  },
  'image-cancelled': ({ side }) => (isSide(side) || side === null ? { side } : null),
  'alt-text-changed': ({ side, text }) => (isSide(side) && isShort(text, longestAltText) ? { side, text } : null),
  'alt-text-copied': readSide,
  'tag-copied': readSide,
  'source-copied': readSide,
  'image-saved': readSide,
  'action-chosen': ({ side, action }) => (isSide(side) && isAction(action) ? { side, action } : null),
};

/** What the page posted, if it is one of its messages and of the right shape and size; null for anything else. */
export function readImageMessage(data: unknown): ImageEnvelope<ImagePanelMessages> | null {
  if (!isRecord(data) || !isRecord(data.payload) || !isMessageName(data.type)) return null;
  return readPayload(data.type, data.payload);
}

function readPayload<Name extends keyof ImagePanelMessages>(
  type: Name,
  data: Data,
): ImageEnvelope<Pick<ImagePanelMessages, Name>> | null {
  const payload = readers[type](data);
  return payload === null ? null : { type, payload };
}

function isMessageName(value: unknown): value is keyof ImagePanelMessages {
  return typeof value === 'string' && Object.hasOwn(readers, value);
}

function isSide(value: unknown): value is Side {
  return value === 'left' || value === 'right';
}

function isShort(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.length <= longest;
}

function isRecord(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
