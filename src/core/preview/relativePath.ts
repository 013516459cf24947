/**
 * The file of the workspace that a page or style sheet means with an address: relative to the file's own folder, or from
 * the workspace folder where it begins with a slash. Null for what is no address of such a file, or leads out of it.
 *
 * @param address as it is written, a query and a fragment included
 * @param from path of the file that names it, with forward slashes
 */
export function relativePath(address: string, from: string): string | null {
  const written = address.trim();
  const isElsewhere =
    written === '' || written.startsWith('//') || written.startsWith('#') || /^[a-z][a-z\d+.-]*:/i.test(written);
  if (isElsewhere || written.includes('\\')) return null;
  const decoded = decode(written.replace(/[?#].*$/s, ''));
  if (decoded === null || decoded === '' || /[\\:\0]/.test(decoded)) return null;
  const segments = decoded.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const segment of decoded.split('/')) {
    if (segment === '..' && segments.length === 0) return null;
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.length === 0 ? null : segments.join('/');
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
