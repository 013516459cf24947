import { longestOwnProps } from '../../core/preview/ownProps.ts';
import { isPicture } from '../../core/preview/png.ts';
import type { Side } from '../../core/side.ts';
import type { PreviewEnvelope, PreviewPanelMessages } from '../../shared/previewMessages.ts';
import type { PreviewLook } from '../../shared/previewView.ts';

type Data = Readonly<Record<string, unknown>>;
type Read<Payload> = (payload: Data) => Payload | null;

/** No comparison has more files. */
const mostFiles = 10_000;

const readNothing: Read<Record<string, never>> = () => ({});
const readSide: Read<{ readonly side: Side }> = ({ side }) => (side === 'left' || side === 'right' ? { side } : null);

const readers: { readonly [Name in keyof PreviewPanelMessages]: Read<PreviewPanelMessages[Name]> } = {
  'panel-ready': readNothing,
  'file-chosen': ({ file }) =>
    typeof file === 'number' && Number.isInteger(file) && file >= 0 && file < mostFiles ? { file } : null,
  'look-chosen': (payload) => {
    const look = readLook(payload.look);
    return look === null ? null : { look };
  },
  'props-written': (payload) => {
    const place = readSide(payload);
    const { json } = payload;
    const isText = json === null || (typeof json === 'string' && json.length <= longestOwnProps);
    return place !== null && isText ? { ...place, json } : null;
  },
  'scripts-asked': readSide,
  'scripts-stopped': (payload) => {
    const place = readSide(payload);
    return place !== null && typeof payload.stuck === 'boolean' ? { ...place, stuck: payload.stuck } : null;
  },
  'checker-asked': readNothing,
  'painter-asked': readNothing,
  'picture-taken': (payload) => {
    const place = readSide(payload);
    const { png } = payload;
    return place !== null && png instanceof Uint8Array && isPicture(png) ? { ...place, png } : null;
  },
  'page-alive': readNothing,
  'comparison-asked': readNothing,
};

/** What the preview's page posted, if it is one of its messages and of the right shape; null for anything else. */
export function readPreviewMessage(data: unknown): PreviewEnvelope<PreviewPanelMessages> | null {
  if (!isRecord(data) || !isRecord(data.payload) || !isMessageName(data.type)) return null;
  return readPayload(data.type, data.payload);
}

function readPayload<Name extends keyof PreviewPanelMessages>(
  type: Name,
  data: Data,
): PreviewEnvelope<Pick<PreviewPanelMessages, Name>> | null {
  const payload = readers[type](data);
  return payload === null ? null : { type, payload };
}

function readLook(data: unknown): PreviewLook | null {
  if (!isRecord(data)) return null;
  const { scheme, rightToLeft, reducedMotion, dataSet } = data;
  const isWhole =
    (scheme === 'system' || scheme === 'light' || scheme === 'dark') &&
    typeof rightToLeft === 'boolean' &&
    typeof reducedMotion === 'boolean' &&
    (dataSet === 'typical' || dataSet === 'empty' || dataSet === 'long');
  return isWhole ? { scheme, rightToLeft, reducedMotion, dataSet } : null;
}

function isMessageName(value: unknown): value is keyof PreviewPanelMessages {
  return typeof value === 'string' && Object.hasOwn(readers, value);
}

function isRecord(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
