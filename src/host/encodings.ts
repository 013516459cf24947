import * as vscode from 'vscode';
import type { Hunk } from '../core/diff/hunk.ts';
import type { FailureOf } from '../core/failure.ts';

type NotEncodable = FailureOf<'not-encodable'>;

/** What hunks bring that the encoding of a document cannot hold: VS Code would save it as a question mark. */
export async function findNotEncodable(
  path: string,
  document: vscode.TextDocument,
  hunks: readonly Hunk[],
): Promise<NotEncodable | null> {
  const { encoding } = document;
  if (holdsEverything(encoding)) return null;
  const characters = new Set(hunks.flatMap(({ newLines }) => [...newLines.join('')]));
  const unusual = [...characters].filter((character) => character > '\u007f');
  const kept = await vscode.workspace.decode(await vscode.workspace.encode(unusual.join('\n'), { encoding }), {
    encoding,
  });
  const keptCharacters = kept.split('\n');
  const missing = unusual.find((character, index) => keptCharacters[index] !== character);
  return missing === undefined ? null : { kind: 'not-encodable', path, encoding, character: missing };
}

/** The bytes of a new file, in the encoding that the person's settings give files at that place. */
export async function encodeNewFile(path: string, uri: vscode.Uri, text: string): Promise<Uint8Array | NotEncodable> {
  const bytes = await vscode.workspace.encode(text, { uri });
  const encoding = vscode.workspace.getConfiguration('files', uri).get<string>('encoding') ?? 'utf8';
  // VS Code writes some files, its own settings among them, in UTF-8 whatever the setting says.
  if (Buffer.from(bytes).toString('utf8') === text || holdsEverything(encoding)) return bytes;
  const kept = [...(await vscode.workspace.decode(bytes, { encoding }))];
  const missing = [...text].find((character, index) => kept[index] !== character);
  return missing === undefined ? bytes : { kind: 'not-encodable', path, encoding, character: missing };
}

function holdsEverything(encoding: string): boolean {
  return encoding.startsWith('utf') || encoding === 'gb18030';
}
