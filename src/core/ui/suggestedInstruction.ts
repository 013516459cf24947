/** What the code that an interface is asked for says about it. */
export type Suggestion =
  /** The code is a comment, which describes the interface. */
  | { readonly kind: 'description'; readonly text: string }
  /** The code is data, or the type of data, which the interface is to show. */
  | { readonly kind: 'data' }
  | { readonly kind: 'none' };

const longestDescription = 4_000;

/** Makes out what a piece of code says about the interface that is to be made from it. */
export function suggestionOf(code: string): Suggestion {
  const text = code.trim();
  if (text === '') return { kind: 'none' };
  const comment = commentText(text);
  if (comment !== null) return { kind: 'description', text: comment.slice(0, longestDescription) };
  return isJson(text) || isType(text) ? { kind: 'data' } : { kind: 'none' };
}

/** The words of a text that is nothing but comments, in one line; null for anything else. */
function commentText(text: string): string | null {
  const block = /^(?:\{\s*)?\/\*+([\s\S]*?)\*\/(?:\s*\})?$/.exec(text) ?? /^<!--([\s\S]*?)-->$/.exec(text);
  if (block !== null) return oneLine((block[1] ?? '').split('\n').map((line) => line.replace(/^\s*\*+ ?/, '')));
  const marker = /^(?:\/\/+|#+|--+)(?=\s|$)/;
  const lines = text.split('\n').map((line) => line.trim());
  if (!lines.every((line) => marker.test(line))) return null;
  return oneLine(lines.map((line) => line.replace(marker, '')));
}

function oneLine(lines: readonly string[]): string | null {
  const joined = lines.join(' ').replaceAll(/\s+/g, ' ').trim();
  return joined === '' ? null : joined;
}

function isJson(text: string): boolean {
  if (!/^[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The definition of a type in the languages where data is commonly defined. */
function isType(text: string): boolean {
  return [
    /^(?:export\s+)?(?:declare\s+)?(?:interface|enum)\s+\w+/,
    /^(?:export\s+)?type\s+\w+(?:<[^=]*>)?\s*=/,
    /^type\s+\w+\s+struct\b/,
    /^(?:pub(?:\([^)]*\))?\s+)?struct\s+\w+/,
    /^@dataclass\b/,
    /^(?:public\s+|data\s+)?(?:record|data class)\s+\w+/,
  ].some((form) => form.test(text));
}
