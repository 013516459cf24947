import fc from 'fast-check';
import type { FileEdit } from '../../../../src/core/edits/toolCall.ts';
import { lineText } from '../diff/arbitraryTexts.ts';

/** Edits as each dialect writes them, for what is read to be compared with what was meant. */

const path = fc.constantFrom('a.ts', 'src/a.ts', 'src/deep er/ä b.py', 'Makefile', 'docs/x-y_z.test.ts');

/** Lines that mean themselves in every dialect: markers of the dialects are left out. */
const lines = fc.array(
  fc.oneof(lineText, fc.constantFrom('$& $1 $$', '```', '=======  x', '<<<<<<< HEAD', '*** stars', '@@')),
  {
    maxLength: 6,
  },
);

const asText = (all: readonly string[]): string => all.map((line) => `${line}\n`).join('');

const section = fc
  .tuple(
    fc.option(fc.constantFrom('class A:', 'function f() {', '  if (x)'), { nil: null }),
    fc.array(fc.tuple(fc.constantFrom(' ', '-', '+'), lineText), { maxLength: 4 }),
    fc.tuple(fc.constantFrom('-', '+'), lineText),
    fc.boolean(),
  )
  .map(([anchor, before, last, endsFile]) =>
    [
      anchor === null ? '@@' : `@@ ${anchor}`,
      ...[...before, last].map(([prefix, line]) => prefix + line),
      ...(endsFile ? ['*** End of File'] : []),
    ].join('\n'),
  );

/** A V4A diff of one file, as the Responses API sends it. */
export const patchEdit: fc.Arbitrary<Extract<FileEdit, { kind: 'patch' }>> = fc
  .tuple(path, fc.array(section, { minLength: 1, maxLength: 4 }))
  .map(([file, sections]) => ({ kind: 'patch', path: file, diff: sections.join('\n') }));

/** A last line that is blank reads as the end of the line before it: models write it for a final newline. */
export const createEdit = fc
  .tuple(
    path,
    lines.filter((all) => all.at(-1) !== ''),
  )
  .map(
    ([file, content]): Extract<FileEdit, { kind: 'create' }> => ({ kind: 'create', path: file, text: asText(content) }),
  );
const deleteEdit = path.map((file): FileEdit => ({ kind: 'delete', path: file }));

/** What `apply_patch` can say of one file. */
export const operationEdit: fc.Arbitrary<FileEdit> = fc.oneof(patchEdit, createEdit, deleteEdit);

/** The operation that says it. */
export function printOperation(edit: FileEdit): unknown {
  switch (edit.kind) {
    case 'patch':
      return { type: 'update_file', path: edit.path, diff: edit.diff };
    case 'create':
      return { type: 'create_file', path: edit.path, diff: added(edit.text) };
    default:
      return { type: 'delete_file', path: edit.path };
  }
}

/** One file of a whole patch: what happens to its lines, and where it goes. */
export interface PatchedFile {
  readonly edit: FileEdit | null;
  readonly path: string;
  readonly newPath: string | null;
}

export const patchedFile: fc.Arbitrary<PatchedFile> = fc.oneof(
  operationEdit.map((edit) => ({ edit, path: edit.path, newPath: null })),
  fc.tuple(fc.option(patchEdit, { nil: null }), path, path).map(([edit, file, newPath]) => ({
    edit: edit === null ? null : { ...edit, path: file },
    path: file,
    newPath,
  })),
);

/** The edits that a file of a whole patch stands for. */
export function editsOfFile({ edit, path: file, newPath }: PatchedFile): readonly FileEdit[] {
  return [
    ...(edit === null ? [] : [edit]),
    ...(newPath === null ? [] : [{ kind: 'rename', path: file, newPath } as const]),
  ];
}

/** A whole patch, as models write it that were trained to. */
export function printEnvelope(files: readonly PatchedFile[]): string {
  const printed = files.map(({ edit, path: file, newPath }) => {
    const move = newPath === null ? '' : `*** Move to: ${newPath}\n`;
    switch (edit?.kind) {
      case 'create':
        return `*** Add File: ${file}\n${added(edit.text)}`;
      case 'delete':
        return `*** Delete File: ${file}\n`;
      case 'patch':
        return `*** Update File: ${file}\n${move}${edit.diff}\n`;
      default:
        return `*** Update File: ${file}\n${move}`;
    }
  });
  return `*** Begin Patch\n${printed.join('')}*** End Patch\n`;
}

const isMarker = (line: string): boolean => /^={5,9}\s*$|SEARCH|REPLACE|^<{7}|^>{7}/.test(line);
const blockLines = lines.map((all) => all.filter((line) => !isMarker(line)));

/** What a search-replace block can say. */
export const blockEdit: fc.Arbitrary<FileEdit> = fc.oneof(
  fc
    .tuple(
      path,
      blockLines,
      lineText.filter((line) => line.trim() !== ''),
      blockLines,
    )
    .map(
      ([file, before, last, after]): FileEdit => ({
        kind: 'replace',
        path: file,
        oldText: asText([...before, last]),
        newText: asText(after),
      }),
    ),
  fc
    .tuple(path, blockLines)
    .map(([file, content]): FileEdit => ({ kind: 'create', path: file, text: asText(content) })),
);

/** How a block is dressed: which markers, whether in a fence, where the path stands. */
export const dress = fc.record({
  markers: fc.constantFrom(
    ['<<<<<<< SEARCH', '>>>>>>> REPLACE'] as const,
    ['------- SEARCH', '+++++++ REPLACE'] as const,
  ),
  fence: fc.constantFrom('```', '```ts', '~~~~', null),
  isPathInside: fc.boolean(),
  pathForm: fc.constantFrom(
    (file: string) => file,
    (file: string) => `\`${file}\``,
    (file: string) => `**${file}**`,
    (file: string) => `### ${file}`,
    (file: string) => `${file}:`,
  ),
  prose: fc.constantFrom('', 'The loop runs one step too far.\n\n', 'First, this:\n', '- a list\n- of things\n\n'),
});

type Dress = typeof dress extends fc.Arbitrary<infer Value> ? Value : never;

/** A block within the Markdown of a reply. */
export function printBlock(edit: FileEdit, { markers, fence, isPathInside, pathForm, prose }: Dress): string {
  const [search, replace] = markers;
  const [oldText, newText] =
    edit.kind === 'replace' ? [edit.oldText, edit.newText] : ['', edit.kind === 'create' ? edit.text : ''];
  const block = `${search}\n${oldText}=======\n${newText}${replace}\n`;
  if (fence === null) return `${prose}${pathForm(edit.path)}\n${block}`;
  const close = `${fence.replace(/\w/g, '')}\n`;
  return isPathInside
    ? `${prose}${fence}\n${edit.path}\n${block}${close}`
    : `${prose}${pathForm(edit.path)}\n${fence}\n${block}${close}`;
}

/** What the text editor tool can say. */
export const editorEdit: fc.Arbitrary<FileEdit> = fc.oneof(
  createEdit,
  fc
    .tuple(
      path,
      lines.filter((all) => all.length > 0),
      lines,
    )
    .map(
      ([file, before, after]): FileEdit => ({
        kind: 'replace',
        path: file,
        oldText: asText(before),
        newText: asText(after),
      }),
    ),
  fc
    .tuple(path, fc.nat(500), lines)
    .map(([file, afterLine, content]): FileEdit => ({ kind: 'insert', path: file, afterLine, text: asText(content) })),
);

/** The input of the tool that says it. */
export function printEditorInput(edit: FileEdit): unknown {
  switch (edit.kind) {
    case 'create':
      return { command: 'create', path: edit.path, file_text: edit.text };
    case 'replace':
      return { command: 'str_replace', path: edit.path, old_str: edit.oldText, new_str: edit.newText };
    case 'insert':
      return { command: 'insert', path: edit.path, insert_line: edit.afterLine, insert_text: edit.text };
    default:
      return {};
  }
}

/** A text cut into pieces in any way. */
export function pieces(text: string, cuts: readonly number[]): readonly string[] {
  const places = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((one, other) => one - other);
  return [0, ...places].map((start, index) => text.slice(start, places[index] ?? text.length));
}

function added(text: string): string {
  return text.replace(/^/gm, '+').replace(/\+$/, '');
}
