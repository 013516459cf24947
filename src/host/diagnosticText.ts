import type * as vscode from 'vscode';
import { looksSecret } from '../core/edits/secretPaths.ts';
import { documentPath } from './documentPath.ts';

/** A problem as models read it: in English whatever the person's language, with its place and what is related to it. */
export function diagnosticText(diagnostic: vscode.Diagnostic): string {
  const severity = ['error', 'warning', 'information', 'hint'][diagnostic.severity] ?? 'problem';
  const { code } = diagnostic;
  const number = typeof code === 'object' ? code.value : code;
  const source = [diagnostic.source, number].filter((part) => part !== undefined && part !== '').join(' ');
  const { start, end } = diagnostic.range;
  const related = (diagnostic.relatedInformation ?? [])
    .filter(({ location }) => !looksSecret(location.uri.path))
    .slice(0, 5)
    .map(({ location, message }) => `  ${documentPath(location.uri)}:${location.range.start.line + 1}: ${message}`);
  return [
    `${severity}${source === '' ? '' : ` (${source})`}: ${diagnostic.message.replaceAll('\r\n', '\n')}`,
    `at line ${start.line + 1}, column ${start.character + 1} to line ${end.line + 1}, column ${end.character + 1}`,
    ...(related.length === 0 ? [] : ['related:', ...related]),
  ].join('\n');
}
