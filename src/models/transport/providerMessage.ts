const longestMessage = 300;

/** A provider's own sentence, fit to be kept: without any key, on one line, at most 300 characters. */
export function providerMessage(message: string | null, key: string): string {
  const forms = [key, encodeURIComponent(key), btoa(key)].filter((form) => form.length >= 4);
  let text = message ?? '';
  for (const form of forms) text = text.replaceAll(form, '…');
  text = text
    .replace(/\b(sk|key)-[\w*.-]{6,}/gi, '$1-…')
    .replace(/\bBearer\s+\S+/gi, 'Bearer …')
    .replace(/\s+/g, ' ')
    .trim();
  return text.length > longestMessage ? `${text.slice(0, longestMessage - 1)}…` : text;
}
