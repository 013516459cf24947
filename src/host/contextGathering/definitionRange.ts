import * as vscode from 'vscode';
import type { Deadline } from './withinTime.ts';

/** Where something is defined: the name's own line, and all of the definition when the provider told that much. */
export interface DefinitionPlace {
  readonly uri: vscode.Uri;
  readonly name: vscode.Position;
  readonly whole: vscode.Range | null;
}

/** Lines shown on either side of a definition whose extent nobody knows. */
const linesAround = 20;

/** A provider's answer of either form. A range of one line is no more than the name, so it tells no extent. */
export function placeOfDefinition(definition: vscode.Location | vscode.LocationLink): DefinitionPlace {
  if (!('targetUri' in definition)) {
    return { uri: definition.uri, name: definition.range.start, whole: severalLines(definition.range) };
  }
  const name = (definition.targetSelectionRange ?? definition.targetRange).start;
  return { uri: definition.targetUri, name, whole: severalLines(definition.targetRange) };
}

/** The lines of a definition: as told, else the innermost symbol around its name, else some lines on either side. */
export async function linesOfDefinition(
  place: DefinitionPlace,
  document: vscode.TextDocument,
  deadline: Deadline,
): Promise<vscode.Range> {
  const whole = place.whole ?? (await symbolAround(place, deadline)) ?? linesNear(place.name);
  return document.validateRange(new vscode.Range(whole.start.line, 0, whole.end.line, Number.MAX_SAFE_INTEGER));
}

async function symbolAround({ uri, name }: DefinitionPlace, deadline: Deadline): Promise<vscode.Range | null> {
  if (deadline.isOver()) return null;
  const symbols = await deadline.within(
    vscode.commands.executeCommand<readonly (vscode.DocumentSymbol | vscode.SymbolInformation)[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    ),
  );
  return innermost(symbols ?? [], name);
}

function innermost(
  symbols: readonly (vscode.DocumentSymbol | vscode.SymbolInformation)[],
  position: vscode.Position,
): vscode.Range | null {
  for (const symbol of symbols) {
    const range = 'location' in symbol ? symbol.location.range : symbol.range;
    if (!range.contains(position)) continue;
    const inner = 'children' in symbol ? innermost(symbol.children, position) : null;
    // A field of one line says little without the type around it.
    return inner !== null && severalLines(inner) !== null ? inner : range;
  }
  return null;
}

function linesNear(position: vscode.Position): vscode.Range {
  return new vscode.Range(Math.max(0, position.line - linesAround), 0, position.line + linesAround, 0);
}

function severalLines(range: vscode.Range): vscode.Range | null {
  return range.isSingleLine ? null : range;
}
