import * as vscode from 'vscode';
import type { ContextPiece } from '../../../core/context.ts';
import type { SourceFile } from '../../../core/task.ts';
import { designTokens } from '../../../core/ui/designTokens.ts';
import { cutLines } from '../pieceBudget.ts';
import type { Deadline } from '../withinTime.ts';
import { nearestFiles } from './nearestFiles.ts';
import { readableSource } from './readableSource.ts';
import type { UiPackage } from './uiPackage.ts';

/** A piece and the file that it was taken from. */
export interface PieceOfFile {
  readonly piece: ContextPiece;
  readonly file: SourceFile;
}

const tokenFiles =
  '**/{design-tokens,tokens,token,theme,themes,variables,vars,colors,global,globals,app,index,main,style,styles}.{css,scss,less,pcss}';
const mostTokenFiles = 3;
/** So many style sheets, and so many components, are looked into at most. */
const mostTried = 12;
const mostLines = 200;
const tokenLength = 3_000;
const configLength = 2_000;
const componentLength = 4_000;
/** Larger ones say no more about style, and would be cut in the middle. */
const longestComponent = 20_000;
const noComponent = /\.(?:test|spec|stories|d)\.[^./]+$/;

/** The packages that an interface can use, as a short list. */
export function dependencyPieces({ manifest, project }: UiPackage): readonly PieceOfFile[] {
  if (manifest === null || project.dependencies.length === 0) return [];
  const title = vscode.l10n.t('Packages: {0}', project.dependencies.join(', ').slice(0, 100));
  return [pieceOf(manifest, 'dependencies', 1, title, project.dependencies.join('\n'))];
}

/** The CSS custom properties of the nearest style sheets that define some. */
export async function tokenPieces(folder: vscode.Uri, deadline: Deadline): Promise<readonly PieceOfFile[]> {
  const pieces: PieceOfFile[] = [];
  for (const uri of (await nearestFiles(tokenFiles, folder, deadline)).slice(0, mostTried)) {
    if (pieces.length === mostTokenFiles || deadline.isOver()) break;
    const file = await deadline.within(readableSource(uri));
    const tokens = file === null ? '' : designTokens(file.text);
    if (file === null || tokens === '') continue;
    const title = vscode.l10n.t('Design tokens of {0}', file.path);
    const length = Math.floor(tokenLength / (pieces.length + 1));
    pieces.push(pieceOf(file, 'design-tokens', pieces.length + 1, title, cut(tokens, length)));
  }
  return pieces;
}

/** Tailwind's configuration, where it has one of its own. */
export async function tailwindPieces(
  { tailwindConfig }: UiPackage,
  deadline: Deadline,
): Promise<readonly PieceOfFile[]> {
  if (tailwindConfig === null) return [];
  const file = await deadline.within(readableSource(tailwindConfig));
  if (file === null) return [];
  return [pieceOf(file, 'tailwind-config', 1, vscode.l10n.t('Tailwind configuration'), cut(file.text, configLength))];
}

/**
 * The nearest file of the same ending, as a model of the project's style.
 *
 * @param ending with its dot
 * @param taken paths that go along anyway
 */
export async function componentPieces(
  folder: vscode.Uri,
  ending: string,
  taken: readonly string[],
  deadline: Deadline,
): Promise<readonly PieceOfFile[]> {
  const candidates = (await nearestFiles(`**/*${ending}`, folder, deadline)).filter(
    ({ path }) => !noComponent.test(path),
  );
  for (const uri of candidates.slice(0, mostTried)) {
    if (deadline.isOver()) break;
    const file = await deadline.within(readableSource(uri));
    if (file === null || taken.includes(file.path)) continue;
    if (file.text.trim() === '' || file.text.length > longestComponent) continue;
    const title = vscode.l10n.t('Component beside it: {0}', file.path);
    return [pieceOf(file, 'component', 1, title, cut(file.text, componentLength))];
  }
  return [];
}

function pieceOf(
  file: SourceFile,
  kind: ContextPiece['kind'],
  index: number,
  title: string,
  text: string,
): PieceOfFile {
  const { path, languageId } = file;
  return { piece: { id: `${kind}-${index}`, kind, title, path, languageId, line: 1, text }, file };
}

function cut(text: string, length: number): string {
  return cutLines(text.replace(/\r?\n$/, '').split(/\r?\n/), mostLines, length);
}
