/** What is wrong where a text stops being JSON. */
type JsonFaultKind =
  /** A value is expected. */
  | 'value'
  /** A name in double quotes is expected. */
  | 'name'
  /** A colon is expected after a name. */
  | 'colon'
  /** A comma or a closing bracket is expected. */
  | 'comma'
  /** A string is not closed, or has a character that must be escaped. */
  | 'string'
  /** The text ends within something. */
  | 'end'
  /** Something follows after the value. */
  | 'rest';

/** Where and why a text is no JSON. */
export interface JsonFault {
  readonly kind: JsonFaultKind;
  /** 1-based. */
  readonly line: number;
}

/**
 * Where a text stops being JSON as RFC 8259 has it, and what is expected there; null for JSON. `JSON.parse` gives a
 * position for some faults only, and its words are English.
 */
export function jsonFault(text: string): JsonFault | null {
  // Where the next token begins; what is open, innermost last; what may come.
  let at = 0;
  const open: ('{' | '[')[] = [];
  let expected: 'value' | 'first-item' | 'first-name' | 'name' | 'next' = 'value';
  const fault = (kind: JsonFaultKind, index = at): JsonFault => ({
    kind: index >= text.length && kind !== 'rest' ? 'end' : kind,
    line: text.slice(0, index).split('\n').length,
  });
  const matched = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found !== null) at += found[0].length;
    return found !== null;
  };
  for (;;) {
    matched(/[ \t\r\n]*/y);
    const sign = text[at] ?? '';
    if (expected === 'next') {
      const innermost = open.at(-1);
      if (innermost === undefined) return at === text.length ? null : fault('rest');
      if (sign === (innermost === '{' ? '}' : ']')) open.pop();
      else if (sign !== ',') return fault('comma');
      else expected = innermost === '{' ? 'name' : 'value';
      at += 1;
    } else if ((expected === 'first-name' && sign === '}') || (expected === 'first-item' && sign === ']')) {
      open.pop();
      at += 1;
      expected = 'next';
    } else if (expected === 'first-name' || expected === 'name') {
      if (sign !== '"') return fault('name');
      if (!matched(wholeString)) return fault('string');
      matched(/[ \t\r\n]*/y);
      if (text[at] !== ':') return fault('colon');
      at += 1;
      expected = 'value';
    } else if (sign === '{' || sign === '[') {
      open.push(sign);
      at += 1;
      expected = sign === '{' ? 'first-name' : 'first-item';
    } else {
      if (sign === '"' ? !matched(wholeString) : !matched(plainValue)) return fault(sign === '"' ? 'string' : 'value');
      expected = 'next';
    }
  }
}

// biome's rule against control characters does not know that JSON forbids just these.
const wholeString = /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/uy;
const plainValue = /(?:true|false|null)(?![\w$])|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w$.])/y;
