/** Stands where a secret was. */
const mask = '[redacted]';

/** Shapes of keys that may come from elsewhere: a proxy's echo of a header, a key of another tool in an error. */
const shapes: readonly RegExp[] = [
  /\b(Bearer|Basic)\s+[\w.~+/=-]{6,}/gi,
  /\bsk-[\w-]{6,}/g,
  /\b(?:x-api-key|api[-_]?key|authorization)(["']?\s*[:=]\s*["']?)[^\s"',;}]{6,}/gi,
];

/**
 * The text without any of the secrets, whether they stand there as they are, base64 or URL-encoded, and without what
 * merely looks like a key.
 */
export function redact(text: string, secrets: readonly string[]): string {
  const forms = secrets.filter((secret) => secret.length > 3).flatMap(writtenForms);
  // The longest first, so that no form leaves the rest of a longer one behind.
  const known = [...new Set(forms)].sort((one, other) => other.length - one.length);
  const withoutKnown = known.reduce((rest, form) => rest.replaceAll(form, mask), text);
  return shapes.reduce((rest, shape) => rest.replace(shape, mask), withoutKnown);
}

/** An error for the log: its name and message and those of its causes, one a line, never its stack. */
export function describeCause(cause: unknown): string {
  const lines: string[] = [];
  const seen = new Set<unknown>();
  let current: unknown = cause;
  while (current !== undefined && current !== null && !seen.has(current) && lines.length < 6) {
    seen.add(current);
    lines.push(describeOne(current));
    current = current instanceof Error ? current.cause : null;
  }
  return lines.join('\n  caused by ');
}

function describeOne(value: unknown): string {
  if (!(value instanceof Error)) return typeof value === 'string' ? value : typeof value;
  const code = 'code' in value && typeof value.code === 'string' ? ` (${value.code})` : '';
  return `${value.name}: ${value.message}${code}`;
}

function writtenForms(secret: string): readonly string[] {
  const bytes = new TextEncoder().encode(secret);
  const base64 = btoa(String.fromCharCode(...bytes)).replace(/=+$/, '');
  const base64Url = base64.replaceAll('+', '-').replaceAll('/', '_');
  return [secret, base64, base64Url, encodeURIComponent(secret)];
}
