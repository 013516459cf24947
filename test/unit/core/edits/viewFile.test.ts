import assert from 'node:assert/strict';
import { applyEdit, createOverlay } from '../../../../src/core/edits/overlay.ts';
import { viewFile } from '../../../../src/core/edits/viewFile.ts';
import { overlayOf, sourceFile } from './sourceFiles.ts';

const view = (path: string, lines: readonly [number, number] | null = null) => ({ kind: 'view', path, lines }) as const;

describe('viewFile', () => {
  const overlay = createOverlay([sourceFile('a\r\n\tb\r\nc'), sourceFile('x\n', 'test/a.test.ts')]);

  it('numbers the lines as the text editor tool does', () => {
    assert.deepEqual(viewFile(overlay, view('src/a.ts'), 'src/a.ts'), {
      succeeded: true,
      text: '     1\ta\n     2\t\tb\n     3\tc',
      lines: [1, 3],
    });
  });

  it('shows a range, to the end if it goes beyond', () => {
    assert.equal(viewFile(overlay, view('src/a.ts', [2, 2]), 'src/a.ts').text, '     2\t\tb');
    assert.equal(viewFile(overlay, view('src/a.ts', [3, Number.MAX_SAFE_INTEGER]), 'src/a.ts').text, '     3\tc');
  });

  it('refuses lines that are not there, and files that are not in the task', () => {
    for (const range of [
      [0, 2],
      [4, 5],
      [3, 2],
      [-1, 2],
    ] as const) {
      assert.match(viewFile(overlay, view('src/a.ts', range), 'src/a.ts').text, /3 lines/);
      assert.equal(viewFile(overlay, view('src/a.ts', range), 'src/a.ts').succeeded, false);
    }
    assert.equal(viewFile(overlay, view('../secret'), 'src/a.ts').succeeded, false);
    assert.match(viewFile(overlay, view('other.ts'), 'src/a.ts').text, /src\/a\.ts, test\/a\.test\.ts/);
  });

  it('shows the text as the edits so far left it', () => {
    const edited = applyEdit(overlay, { kind: 'replace', path: 'src/a.ts', oldText: 'a', newText: 'A' }).overlay;
    assert.equal(viewFile(edited, view('src/a.ts', [1, 1]), 'src/a.ts').text, '     1\tA');
    const gone = applyEdit(overlay, { kind: 'delete', path: 'src/a.ts' }).overlay;
    assert.equal(viewFile(gone, view('src/a.ts'), 'src/a.ts').succeeded, false);
  });

  it('lists the files of a folder', () => {
    assert.deepEqual(viewFile(overlay, view('.'), 'src/a.ts'), {
      succeeded: true,
      text: 'src/a.ts\ntest/a.test.ts',
      lines: null,
    });
    assert.deepEqual(viewFile(overlay, view('./test/'), 'src/a.ts'), {
      succeeded: true,
      text: 'test/a.test.ts',
      lines: null,
    });
  });

  it('shows the other files as a whole only to those who may see all', () => {
    assert.match(viewFile(overlay, view('test/a.test.ts'), 'src/a.ts').text, /all that can be shown/);
    assert.match(viewFile(overlay, view('src/a.ts'), 'src/made.ts').text, /all that can be shown/);
    assert.deepEqual(viewFile(overlay, view('test/a.test.ts'), null), {
      succeeded: true,
      text: '     1\tx',
      lines: [1, 1],
    });
  });

  it('says that a file is empty', () => {
    assert.deepEqual(viewFile(overlayOf(''), view('src/a.ts'), 'src/a.ts'), {
      succeeded: true,
      text: 'The file is empty.',
      lines: null,
    });
  });

  it('cuts a long file and says from where to go on', () => {
    const { text } = viewFile(overlayOf('line\n'.repeat(50_000)), view('src/a.ts'), 'src/a.ts');
    assert.ok(text.length < 110_000);
    assert.match(text, /\[Cut here: ask for the lines from \d+ on\.\]$/);
    assert.ok(viewFile(overlayOf('x'.repeat(500_000)), view('src/a.ts'), 'src/a.ts').text.length < 110_000);
  });
});
