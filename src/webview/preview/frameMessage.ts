import { type Evidence, impacts, type Violation } from '../../core/preview/evidence.ts';
import { isPicture } from '../../core/preview/png.ts';
import { type FrameEnvelope, type FrameMessages, frameLimits } from '../previewFrame/frameMessages.ts';

type Data = Readonly<Record<string, unknown>>;
type Read<Payload> = (payload: Data) => Payload | null;

const readNothing: Read<Record<string, never>> = () => ({});

const readers: { readonly [Name in keyof FrameMessages]: Read<FrameMessages[Name]> } = {
  'frame-ready': readNothing,
  'frame-scrolled': ({ ratio }) => (isWithin(ratio, 1) ? { ratio } : null),
  'frame-logged': ({ messages }) => {
    const read = readAll(messages, frameLimits.messages, readLogged);
    return read === null ? null : { messages: read };
  },
  'frame-checked': ({ violations }) => {
    if (violations === null) return { violations: null };
    const read = readAll(violations, frameLimits.violations, readViolation);
    return read === null ? null : { violations: read };
  },
  'frame-measured': ({ width }) => (isWithin(width, 1_000_000) ? { width } : null),
  'frame-pictured': ({ png }) => {
    if (png === null) return { png: null };
    return png instanceof ArrayBuffer && isPicture(new Uint8Array(png)) ? { png } : { png: null };
  },
  'frame-alive': readNothing,
};

/**
 * What a frame told, if it is one of its messages, of the right shape and size; null for anything else. Who told it is
 * for the caller to know: scripts of the previewed page can tell the same, about themselves.
 */
export function readFrameMessage(data: unknown): FrameEnvelope<FrameMessages> | null {
  if (!isRecord(data) || !isRecord(data.payload) || !isMessageName(data.type)) return null;
  return readPayload(data.type, data.payload);
}

function readPayload<Name extends keyof FrameMessages>(
  type: Name,
  data: Data,
): FrameEnvelope<Pick<FrameMessages, Name>> | null {
  const payload = readers[type](data);
  return payload === null ? null : { type, payload };
}

function readLogged(data: unknown): Evidence['messages'][number] | null {
  if (!isRecord(data)) return null;
  const { level, text } = data;
  return (level === 'error' || level === 'warning') && isShort(text) ? { level, text } : null;
}

function readViolation(data: unknown): Violation | null {
  if (!isRecord(data)) return null;
  const { rule, help, count } = data;
  const impact = impacts.find((each) => each === data.impact);
  const elements = readAll(data.elements, frameLimits.elements, readElement);
  const isWhole = isShort(rule) && isShort(help) && isWithin(count, 1_000_000);
  return isWhole && impact !== undefined && elements !== null ? { rule, impact, help, count, elements } : null;
}

function readElement(data: unknown): Violation['elements'][number] | null {
  if (!isRecord(data)) return null;
  const { selector, why } = data;
  return isShort(selector) && isShort(why) ? { selector, why } : null;
}

/** Null where any of them is not what it should be, or there are too many. */
function readAll<Item>(data: unknown, atMost: number, read: (data: unknown) => Item | null): readonly Item[] | null {
  if (!Array.isArray(data) || data.length > atMost) return null;
  const items = data.map(read).filter((item) => item !== null);
  return items.length === data.length ? items : null;
}

function isMessageName(value: unknown): value is keyof FrameMessages {
  return typeof value === 'string' && Object.hasOwn(readers, value);
}

function isShort(value: unknown): value is string {
  return typeof value === 'string' && value.length <= frameLimits.text;
}

function isWithin(value: unknown, most: number): value is number {
  return typeof value === 'number' && value >= 0 && value <= most;
}

function isRecord(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
