import * as vscode from 'vscode';
import type { ContextPiece } from '../../core/context.ts';
import { fileBudget } from '../../core/prompt.ts';
import type { SourceFile, TextRange } from '../../core/task.ts';
import { openReadable } from '../readableDocument.ts';
import { sourceFile } from '../taskFromEditor.ts';
import { type DefinitionPlace, linesOfDefinition, placeOfDefinition } from './definitionRange.ts';
import { identifiersIn } from './identifiers.ts';
import { cutLines } from './pieceBudget.ts';
import { type Deadline, eachWithin } from './withinTime.ts';

/** What was found out about the names that a selection uses. */
export interface Definitions {
  readonly pieces: readonly ContextPiece[];
  /** The workspace's own files that the pieces come from; a model may edit these too. */
  readonly files: readonly SourceFile[];
}

const atMostNames = 40;
const callsAtOnce = 6;
const atMostPieces = 20;
/** Of files that are not the person's own, e.g. in node_modules. */
const atMostForeign = 3;
const atMostFiles = 8;
/** UTF-16 units of one other file, since a model that may edit it keeps all of it in an overlay. */
const fileLimit = 400_000;
const pieceLines = 120;
const pieceLength = 6_000;

/**
 * The definitions of the names in a selection (or in the whole file), in other files and, when the file is too large to
 * be sent whole, in the file itself. Stops where the deadlines find it, with what there is.
 */
export async function definitionPieces(
  document: vscode.TextDocument,
  file: SourceFile,
  selection: TextRange | null,
  deadlines: { readonly finding: Deadline; readonly reading: Deadline },
): Promise<Definitions> {
  const range = selection ?? { start: 0, end: file.text.length };
  const names = identifiersIn(file.text, range, atMostNames);
  const found = await eachWithin(names, callsAtOnce, deadlines.finding, ({ offset }) =>
    vscode.commands.executeCommand<readonly (vscode.Location | vscode.LocationLink)[] | undefined>(
      'vscode.executeDefinitionProvider',
      document.uri,
      document.positionAt(offset),
    ),
  );
  const selected = new vscode.Range(document.positionAt(range.start), document.positionAt(range.end));
  const places = found
    .flatMap((definitions) => (definitions ?? []).map(placeOfDefinition))
    .filter((place) => isTelling(place, document.uri, selected, file.text.length > fileBudget));
  return await readPlaces(places, document.uri, deadlines.reading);
}

/** Whether a definition tells a model something that it is not shown anyway or knows by heart. */
function isTelling(place: DefinitionPlace, own: vscode.Uri, selected: vscode.Range, ownIsCut: boolean): boolean {
  if (/\/lib\.[\w.]+\.d\.ts$/.test(place.uri.path)) return false;
  if (place.uri.toString() !== own.toString()) return true;
  return ownIsCut && !selected.contains(place.name);
}

async function readPlaces(
  places: readonly DefinitionPlace[],
  own: vscode.Uri,
  deadline: Deadline,
): Promise<Definitions> {
  const pieces: ContextPiece[] = [];
  const files = new Map<string, SourceFile>();
  const taken: { readonly uri: string; readonly range: vscode.Range }[] = [];
  let foreign = 0;
  for (const place of places) {
    if (pieces.length >= atMostPieces || deadline.isOver()) break;
    const uri = place.uri.toString();
    if (taken.some((piece) => piece.uri === uri && piece.range.contains(place.name))) continue;
    const isOwn = isPersons(place.uri);
    if (!isOwn && foreign >= atMostForeign) continue;
    const target = await deadline.within(openReadable(place.uri));
    if (target === null || 'kind' in target) continue;
    const range = await linesOfDefinition(place, target, deadline);
    const source = sourceFile(target);
    taken.push({ uri, range });
    if (!isOwn) foreign += 1;
    else if (uri !== own.toString() && files.size < atMostFiles && source.text.length <= fileLimit) {
      files.set(uri, source);
    }
    pieces.push(pieceOf(target, source, range, pieces.length + 1));
  }
  return { pieces, files: [...files.values()] };
}

/** Whether a file belongs to the workspace's own code. */
function isPersons(uri: vscode.Uri): boolean {
  const vendored = /\/(node_modules|site-packages|vendor|\.venv)\//.test(uri.path);
  return !vendored && vscode.workspace.getWorkspaceFolder(uri) !== undefined;
}

function pieceOf(document: vscode.TextDocument, file: SourceFile, range: vscode.Range, index: number): ContextPiece {
  const lines = document.getText(range).split(/\r?\n/);
  return {
    id: `definition-${index}`,
    kind: 'definition',
    title: vscode.l10n.t('Definition: {0}', (lines.find((line) => line.trim() !== '') ?? '').trim().slice(0, 100)),
    path: file.path,
    languageId: file.languageId,
    line: range.start.line + 1,
    text: cutLines(lines, pieceLines, pieceLength),
  };
}
