/** How every message of a host travels, whatever it says. */
interface Posted {
  readonly type: string;
  readonly payload: unknown;
}

/**
 * A message of our own host's; null for anything else. VS Code delivers it from the frame around the webview, of the same
 * origin (and hides that frame from `parent`, so that it cannot be asked for); nothing of another origin is listened to.
 *
 * @param types the names of the host's messages; that they are `Message`'s is for the caller to see to
 */
export function readHostMessage<Message extends Posted>(
  { data, origin }: MessageEvent<unknown>,
  ownOrigin: string,
  types: ReadonlySet<Message['type']>,
): Message | null {
  return origin === ownOrigin && isPosted<Message>(data, types) ? data : null;
}

function isPosted<Message extends Posted>(data: unknown, types: ReadonlySet<string>): data is Message {
  return (
    typeof data === 'object' &&
    data !== null &&
    'type' in data &&
    typeof data.type === 'string' &&
    types.has(data.type) &&
    'payload' in data &&
    typeof data.payload === 'object' &&
    data.payload !== null
  );
}
