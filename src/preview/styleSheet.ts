import type { PreviewLook } from '../shared/previewView.ts';
import type { LocalFiles } from './localFiles.ts';
import { withLook } from './mediaFeatures.ts';

/** Style sheets that import each other come to an end here. */
const deepestImport = 4;

/** What is neither a rule nor an address, whatever stands in it. */
const comment = /\/\*[\s\S]*?(?:\*\/|$)/;
const text = /"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'/;
/**
 * An address without quotes may have semicolons in it, as those of font services do, but no bracket. Nothing in here may
 * match in two ways: a page of nothing but beginnings of addresses would keep the thread.
 */
const address = /url\(\s*(?:(?:"([^"]*)"|'([^']*)'|([^\s()"']+))\s*)?\)/;
const importRule = new RegExp(`@import\\s+(?:${address.source}|"([^"]*)"|'([^']*)')([^;]*)(?:;|$)`);
const readParts = new RegExp([comment, text, importRule, address].map(({ source }) => source).join('|'), 'gi');

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
  const whole = await replaceEach(css, readParts, async ([all, ...groups]) => {
    if (/^@import/i.test(all)) {
      const written = groups.slice(0, 5).find((group) => group !== undefined) ?? '';
      const sheet = depth < deepestImport ? await files.text(written, from) : null;
      if (sheet === null) return '';
      return onCondition(await selfContained(sheet.text, sheet.path, files, look, depth + 1), groups[5] ?? '');
    }
    if (!/^url\(/i.test(all)) return all;
    const written = (groups.slice(6).find((group) => group !== undefined) ?? '').trim();
    if (written.startsWith('#')) return all;
    const picture = written === '' ? null : await files.picture(written, from);
    return picture === null ? 'url("data:,")' : `url("${picture.replace(/"/g, '%22').replace(/[\\\n]/g, '')}")`;
  });
  return withLook(whole, look);
}

/** A style sheet's text as an import on a condition has it: in a layer, where that is said, for the media that are. */
function onCondition(css: string, condition: string): string {
  const [, layer, name = '', media = ''] = /^\s*(layer\b(?:\(([^)]*)\))?)?\s*(.*?)\s*$/is.exec(condition) ?? [];
  const layered = layer === undefined ? css : `@layer ${name}{${css}}`;
  // `supports` is written differently at a rule than at an import.
  return media === '' || /^supports/i.test(media) ? layered : `@media ${media}{${layered}}`;
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
