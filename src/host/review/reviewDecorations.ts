import * as vscode from 'vscode';
import { markIcon } from './markIcons.ts';
import { proposedCode } from './proposedText.ts';
import type { ReviewedFile, ReviewedHunk } from './reviewedFile.ts';
import { withinLines } from './withinLine.ts';

/** What a stretch of an editor can look like; the marks stand in the margin beside a hunk's first line. */
const looks = [
  'goes',
  'goesForSure',
  'changesForSure',
  'removedWords',
  'addedWords',
  'comes',
  'changes',
  'meanwhile',
  'openMark',
  'acceptedMark',
  'rejectedMark',
  'lostMark',
] as const;

type Look = (typeof looks)[number];

type Decorations = Readonly<Record<Look, vscode.TextEditorDecorationType>>;

/**
 * Marks hunks in editors with the colours that the person's theme has for diffs: lines that would go, words that would
 * come. High contrast themes have borders in place of backgrounds.
 */
export class ReviewDecorations implements vscode.Disposable {
  #types: Decorations | null = null;

  /** Shows what is reviewed in an editor, or nothing more of it. */
  show(editor: vscode.TextEditor, file: ReviewedFile | null): void {
    if (this.#types === null && file === null) return;
    this.#types ??= decorationTypes(isHighContrast());
    const stretches = new Map<Look, vscode.DecorationOptions[]>(looks.map((look) => [look, []]));
    for (const hunk of file?.hunks ?? []) {
      markHunk(editor.document, hunk, (look, options) => stretches.get(look)?.push(options));
    }
    for (const [look, options] of stretches) editor.setDecorations(this.#types[look], options);
  }

  /** Forgets all marks, so that the next ones are made for the theme as it is then. */
  dispose(): void {
    for (const type of Object.values(this.#types ?? {})) type.dispose();
    this.#types = null;
  }
}

type Marker = (look: Look, options: vscode.DecorationOptions) => void;

function markHunk(document: vscode.TextDocument, hunk: ReviewedHunk, mark: Marker): void {
  const { start, end, choice, isLost } = hunk;
  const last = Math.max(document.lineCount - 1, 0);
  const first = Math.min(start, last);
  const hover = choice === 'rejected' ? {} : { hoverMessage: hoverOf(document, hunk) };
  mark(isLost ? 'lostMark' : `${choice}Mark`, { range: new vscode.Range(first, 0, first, 0) });
  if (choice === 'rejected') return;
  if (start === end) {
    // Nothing goes; the line above says that something comes.
    const above = Math.min(Math.max(start - 1, 0), last);
    mark('comes', { range: new vscode.Range(above, 0, above, 0), ...hover });
    return;
  }
  const within = withinLines(document, hunk);
  const lines = { range: new vscode.Range(first, 0, Math.min(end - 1, last), 0), ...hover };
  mark(lookOf(hunk, within !== null), lines);
  if (within === null) return;
  for (const { line, start: from, end: to, added } of within) {
    if (from < to) mark('removedWords', { range: new vscode.Range(line, from, line, to) });
    // Injected text would lose its blanks.
    const contentText = added.replaceAll(' ', '\u00a0').replaceAll('\t', '\u00a0\u00a0');
    if (added !== '') {
      mark('addedWords', { range: new vscode.Range(line, from, line, to), renderOptions: { after: { contentText } } });
    }
  }
}

function lookOf({ choice, isLost }: ReviewedHunk, isWithin: boolean): Look {
  if (isLost) return 'meanwhile';
  if (isWithin) return choice === 'accepted' ? 'changesForSure' : 'changes';
  return choice === 'accepted' ? 'goesForSure' : 'goes';
}

function hoverOf(document: vscode.TextDocument, { hunk }: ReviewedHunk): vscode.MarkdownString {
  if (hunk.newLines.length > 0) return proposedCode(hunk.newLines, document.languageId);
  const isDelete = hunk.change === 'delete';
  return new vscode.MarkdownString(
    isDelete ? vscode.l10n.t('The file would be deleted.') : vscode.l10n.t('These lines would be removed.'),
  );
}

function isHighContrast(): boolean {
  const { kind } = vscode.window.activeColorTheme;
  return kind === vscode.ColorThemeKind.HighContrast || kind === vscode.ColorThemeKind.HighContrastLight;
}

function decorationTypes(highContrast: boolean): Decorations {
  const colour = (id: string) => new vscode.ThemeColor(id);
  const border = (id: string, style: string): vscode.ThemableDecorationRenderOptions =>
    highContrast ? { border: `1px ${style}`, borderColor: colour(id) } : {};
  const lane = (id: string) => ({
    overviewRulerLane: vscode.OverviewRulerLane.Left,
    overviewRulerColor: colour(id),
  });
  const create = (options: vscode.DecorationRenderOptions) =>
    vscode.window.createTextEditorDecorationType({
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
      ...options,
    });
  const removedLane = lane('diffEditorOverview.removedForeground');
  const addedLane = lane('diffEditorOverview.insertedForeground');
  const removedLine = {
    isWholeLine: true,
    backgroundColor: colour('diffEditor.removedLineBackground'),
    ...removedLane,
    ...border('diffEditor.removedTextBorder', 'dashed'),
  };
  return {
    goes: create(removedLine),
    goesForSure: create({
      ...removedLine,
      textDecoration: 'line-through',
      ...(highContrast ? {} : { opacity: '0.6' }),
    }),
    changes: create({ isWholeLine: true, ...addedLane }),
    changesForSure: create({
      isWholeLine: true,
      backgroundColor: colour('diffEditor.insertedLineBackground'),
      ...addedLane,
    }),
    removedWords: create({
      backgroundColor: colour('diffEditor.removedTextBackground'),
      ...border('diffEditor.removedTextBorder', 'dashed'),
    }),
    addedWords: create({
      after: {
        backgroundColor: colour('diffEditor.insertedTextBackground'),
        color: colour('editor.foreground'),
        margin: '0 2px 0 4px',
        border: '1px solid',
        borderColor: colour(highContrast ? 'diffEditor.insertedTextBorder' : 'editorGutter.addedBackground'),
      },
    }),
    comes: create({ isWholeLine: true, ...addedLane }),
    meanwhile: create({ isWholeLine: true, ...lane('editorWarning.foreground') }),
    openMark: create(markIcon('open')),
    acceptedMark: create(markIcon('accepted')),
    rejectedMark: create(markIcon('rejected')),
    lostMark: create(markIcon('lost')),
  };
}
