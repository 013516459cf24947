import { lineEndingOf, withLineEnding } from '../diff/lines.ts';
import { fileText, joinedText, plainText } from './plainText.ts';

/**
 * The text of a created file in the form that it gets.
 *
 * @param replaced what is at its path already, whose form it keeps; '' for nothing
 * @param main the text of the task's main file, whose line ending a new file gets
 */
export function createdText(text: string, replaced: string, main: string): string {
  const created = plainText(text);
  return replaced === ''
    ? withLineEnding(joinedText(created), lineEndingOf(main))
    : fileText({ ...created, endsWithNewline: plainText(replaced).endsWithNewline }, replaced);
}
