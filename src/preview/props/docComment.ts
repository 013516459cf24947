/** A type that a comment of JSDoc names: `@typedef {{ id: number }} Row`. */
interface TypeDefinition {
  readonly name: string;
  readonly type: string;
}

/** The types that a script's comments name. */
export function typeDefinitions(code: string): readonly TypeDefinition[] {
  return [...code.matchAll(/@typedef\s*\{/g)].flatMap(({ index, 0: tag }) => {
    const start = index + tag.length - 1;
    const type = bracketed(code, start);
    const name =
      type === null ? null : /^\s*([\w$]+)/.exec(code.slice(start + type.length + 2, start + type.length + 99))?.[1];
    return type === null || name == null ? [] : [{ name, type: withoutStars(type) }];
  });
}

/** The text between a brace and the one that closes it; null where none does. */
export function bracketed(text: string, start: number): string | null {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return text.slice(start + 1, at);
  }
  return null;
}

/** A comment's text without what begins its lines. */
export function withoutStars(comment: string): string {
  return comment.replace(/^[ \t]*\*+/gm, '');
}
