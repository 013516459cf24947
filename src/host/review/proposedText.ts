import * as vscode from 'vscode';
import { hiddenCharacters } from '../../core/diff/hiddenCharacters.ts';
import { withoutTerminator } from '../../core/diff/lines.ts';

const everyHiddenCharacter = new RegExp(hiddenCharacters.source, 'gu');

/** A line as people can check it: what would hide or reorder its text is written out, e.g. `[U+202E]`. */
export function shownLine(line: string): string {
  return withoutTerminator(line).replace(
    everyHiddenCharacter,
    (character) => `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
  );
}

/** Proposed lines as a block of code in the document's own colours. Nothing in them can be a link or a command. */
export function proposedCode(lines: readonly string[], languageId: string): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString('', true);
  markdown.isTrusted = false;
  markdown.supportHtml = false;
  const text = lines.map(shownLine).join('\n');
  const ticks = text.match(/`{3,}/g)?.reduce((longest, run) => (run.length > longest.length ? run : longest)) ?? '``';
  const fence = `${ticks}\``;
  markdown.value = `${fence}${languageId}\n${text}\n${fence}`;
  return markdown;
}
