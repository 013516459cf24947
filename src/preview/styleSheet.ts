import type { PreviewLook } from '../shared/previewView.ts';
import type { LocalFiles } from './localFiles.ts';
import { withLook } from './mediaFeatures.ts';

/** Style sheets that import each other come to an end here. */
const deepestImport = 4;

const importRule = /@import\s+(?:url\(\s*)?(?:"([^"]*)"|'([^']*)'|([^\s;)]+))\s*\)?([^;]*)(?:;|$)/gi;
const address = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^\s)"']*))\s*\)/gi;

/**
 * A style sheet with everything in it that it names and the workspace has, and without what is elsewhere. Written in
 * ways that this does not see, an address leads nowhere still: the frame's policy has the last word.
 *
 * @param from path of the file that the style sheet stands in
 */
export async function selfContained(
  css: string,
  from: string,
  files: LocalFiles,
  look: PreviewLook,
  depth = 0,
): Promise<string> {
  const imported = await replaceEach(css, importRule, async ([, double, single, bare, condition = '']) => {
    const written = double ?? single ?? bare ?? '';
    const sheet = depth < deepestImport ? await files.text(written, from) : null;
    if (sheet === null) return '';
    const inner = await selfContained(sheet.text, sheet.path, files, look, depth + 1);
    // `layer` and `supports` are written differently at a rule than at an import; a plain condition is the same.
    return /^\s*(?:layer|supports)/i.test(condition) || condition.trim() === ''
      ? inner
      : `@media ${condition}{${inner}}`;
  });
  const whole = await replaceEach(imported, address, async ([all, double, single, bare]) => {
    const written = (double ?? single ?? bare ?? '').trim();
    if (written.startsWith('#')) return all;
    const picture = written === '' ? null : await files.picture(written, from);
    return picture === null ? 'url("data:,")' : `url("${picture.replace(/["\\\n]/g, '')}")`;
  });
  return withLook(whole, look);
}

async function replaceEach(
  text: string,
  pattern: RegExp,
  replacement: (match: RegExpMatchArray) => Promise<string>,
): Promise<string> {
  const parts: string[] = [];
  let done = 0;
  for (const match of text.matchAll(pattern)) {
    parts.push(text.slice(done, match.index), await replacement(match));
    done = match.index + match[0].length;
  }
  return done === 0 ? text : parts.join('') + text.slice(done);
}
