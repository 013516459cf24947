import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readApplyPatchOperation } from '../../../../src/core/edits/applyPatch.ts';
import { GrowingPatch } from '../../../../src/core/edits/growingPatch.ts';
import { readPatchEnvelope } from '../../../../src/core/edits/patchEnvelope.ts';
import { ProseEdits } from '../../../../src/core/edits/proseEdits.ts';
import { readTextEditorInput } from '../../../../src/core/edits/textEditor.ts';
import type { FileEdit } from '../../../../src/core/edits/toolCall.ts';
import {
  blockEdit,
  createEdit,
  dress,
  editorEdit,
  editsOfFile,
  operationEdit,
  patchEdit,
  patchedFile,
  pieces,
  printBlock,
  printEditorInput,
  printEnvelope,
  printOperation,
} from './dialectTexts.ts';

const runs = { numRuns: 10_000 };
const cuts = fc.array(fc.nat(5000), { maxLength: 12 });

/** Whether edits that are shown while a text streams are the beginning of what it comes to. */
function isBeginning(shown: readonly FileEdit[], all: readonly FileEdit[]): boolean {
  return shown.every((edit, index) => {
    const final = all[index];
    if (index < shown.length - 1 || edit.kind !== 'patch' || final?.kind !== 'patch') {
      return JSON.stringify(edit) === JSON.stringify(final);
    }
    return edit.path === final.path && final.diff.startsWith(edit.diff.replace(/\n$/, ''));
  });
}

function readProse(text: string, at: readonly number[]): readonly FileEdit[] {
  const reader = new ProseEdits();
  const shown = pieces(text, at).flatMap((piece) => {
    const edits = reader.take(piece);
    return edits === null ? [] : [edits];
  });
  const batch = reader.end();
  assert.deepEqual(batch?.problems ?? [], []);
  const edits = batch?.edits ?? [];
  for (const each of shown) assert.ok(isBeginning(each, edits), JSON.stringify([each, edits]));
  return edits;
}

describe('What is printed in a dialect is read from it', () => {
  it('one file as an operation of apply_patch', () => {
    fc.assert(
      fc.property(operationEdit, (edit) => {
        assert.deepEqual(readApplyPatchOperation(printOperation(edit)), edit);
      }),
      runs,
    );
  });

  it('a diff of one file at every cut, of which each section shows as soon as it is complete', () => {
    fc.assert(
      fc.property(patchEdit, cuts, (edit, at) => {
        const reader = new GrowingPatch({ type: 'update_file', path: edit.path });
        const shown = pieces(`${edit.diff}\n`, at).flatMap((piece) => reader.take(piece) ?? []);
        for (const each of shown) assert.ok(isBeginning([each], [edit]));
        const whole = new GrowingPatch({ type: 'update_file', path: edit.path }).take(`${edit.diff}\n@@\n`);
        assert.ok(whole !== null && isBeginning(whole, [edit]));
      }),
      runs,
    );
  });

  it('a new file at every cut, of which each line shows at once', () => {
    fc.assert(
      fc.property(createEdit, cuts, (edit, at) => {
        const diff = edit.text.replace(/^(?=.|\n)/gm, '+');
        const reader = new GrowingPatch({ type: 'create_file', path: edit.path });
        const shown = pieces(diff, at).flatMap((piece) => reader.take(piece) ?? []);
        for (const each of shown) assert.ok(each.kind === 'create' && edit.text.startsWith(each.text), diff);
        assert.deepEqual(shown.at(-1) ?? { ...edit, text: '' }, edit);
      }),
      runs,
    );
  });

  it('a whole patch at every cut', () => {
    fc.assert(
      fc.property(fc.array(patchedFile, { minLength: 1, maxLength: 4 }), cuts, (files, at) => {
        const text = printEnvelope(files);
        const edits = files.flatMap(editsOfFile);
        assert.deepEqual(readProse(`Here it is.\n\n${text}\nDone.\n`, at), edits);
        assert.deepEqual(readPatchEnvelope(text), { kind: 'batch', edits, problems: [] });
      }),
      runs,
    );
  });

  it('search-replace blocks in prose at every cut', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(blockEdit, dress), { minLength: 1, maxLength: 3 }), cuts, (blocks, at) => {
        const text = blocks.map(([edit, dressed]) => printBlock(edit, dressed)).join('\n');
        assert.deepEqual(
          readProse(text, at),
          blocks.map(([edit]) => edit),
        );
      }),
      runs,
    );
  });

  it('inputs of the text editor tool', () => {
    fc.assert(
      fc.property(editorEdit, (edit) => {
        const json = JSON.stringify(printEditorInput(edit));
        assert.deepEqual(readTextEditorInput(JSON.parse(json)), edit);
      }),
      runs,
    );
  });
});
