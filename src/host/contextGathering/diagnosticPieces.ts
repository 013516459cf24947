import * as vscode from 'vscode';
import type { ContextPiece } from '../../core/context.ts';
import type { SourceFile, TextRange } from '../../core/task.ts';
import { diagnosticText } from '../diagnosticText.ts';

/** Problems this many lines away from the selection still count as near it. */
const nearLines = 10;
const atMost = 30;

/**
 * What VS Code reports about a file, one piece a problem: those in and near the selection, the nearest first, or all
 * errors and warnings, the worst first, when the whole file is meant.
 */
export function diagnosticPieces(
  document: vscode.TextDocument,
  file: SourceFile,
  selection: TextRange | null,
): readonly ContextPiece[] {
  const selected =
    selection === null
      ? null
      : new vscode.Range(document.positionAt(selection.start), document.positionAt(selection.end));
  const wanted = vscode.languages
    .getDiagnostics(document.uri)
    .map((diagnostic) => ({ diagnostic, distance: selected === null ? 0 : lineDistance(diagnostic.range, selected) }))
    .filter(({ diagnostic, distance }) => distance <= nearLines && diagnostic.severity <= leastSeverity(selection))
    .sort(
      (one, other) =>
        one.distance - other.distance ||
        one.diagnostic.severity - other.diagnostic.severity ||
        one.diagnostic.range.start.compareTo(other.diagnostic.range.start),
    );
  const pieces = wanted.slice(0, atMost).map(({ diagnostic }, index): ContextPiece => {
    const line = diagnostic.range.start.line + 1;
    return {
      id: `diagnostic-${index + 1}`,
      kind: 'diagnostic',
      title: titleOf(diagnostic, line),
      path: file.path,
      languageId: file.languageId,
      line,
      text: diagnosticText(diagnostic),
    };
  });
  return pieces;
}

/** Hints (unused names and the like) are noise; plain information counts only where the person points. */
function leastSeverity(selection: TextRange | null): vscode.DiagnosticSeverity {
  return selection === null ? vscode.DiagnosticSeverity.Warning : vscode.DiagnosticSeverity.Information;
}

/** How many lines lie between two ranges; 0 when they share one. */
function lineDistance(one: vscode.Range, other: vscode.Range): number {
  return Math.max(0, one.start.line - other.end.line, other.start.line - one.end.line);
}

function titleOf({ severity, message }: vscode.Diagnostic, line: number): string {
  const firstLine = (message.split(/\r?\n/, 1)[0] ?? '').slice(0, 200);
  switch (severity) {
    case vscode.DiagnosticSeverity.Error:
      return vscode.l10n.t('Error on line {0}: {1}', line, firstLine);
    case vscode.DiagnosticSeverity.Warning:
      return vscode.l10n.t('Warning on line {0}: {1}', line, firstLine);
    default:
      return vscode.l10n.t('Note on line {0}: {1}', line, firstLine);
  }
}
