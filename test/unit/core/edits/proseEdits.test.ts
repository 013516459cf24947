import assert from 'node:assert/strict';
import { readFencedReplacement } from '../../../../src/core/edits/fencedReplacement.ts';
import { isPatchEnvelope, readPatchEnvelope } from '../../../../src/core/edits/patchEnvelope.ts';
import { ProseEdits } from '../../../../src/core/edits/proseEdits.ts';

function read(text: string) {
  const reader = new ProseEdits();
  reader.take(text);
  const batch = reader.end();
  return {
    edits: batch?.edits ?? [],
    problems: (batch?.problems ?? []).map(({ reason }) => reason),
    isNone: batch === null,
  };
}

const block = (search: string, replace: string) => `<<<<<<< SEARCH\n${search}=======\n${replace}>>>>>>> REPLACE\n`;
const replaced = (path: string, oldText: string, newText: string) => [{ kind: 'replace', path, oldText, newText }];

describe('Search-replace blocks in prose', () => {
  it('name their file above the fence, in it, in its info string or in a tag', () => {
    const body = block('Two\n', 'Too\n');
    for (const text of [
      `Change it:\n\nfoo.txt\n\`\`\`text\n${body}\`\`\`\n\nHope you like it!`,
      `Change it:\n\n\`\`\`text\nfoo.txt\n${body}\`\`\`\n`,
      `\`\`\`text foo.txt\n${body}\`\`\`\n`,
      `<source>foo.txt\n${body}</source>\n`,
      `**foo.txt**\n\n${body}`,
      `### File: foo.txt\n${body}`,
      `In \`foo.txt\`:\n${body}`,
      `foo.txt\r\n${body.replaceAll('\n', '\r\n')}`,
      `foo.txt\n${body.trimEnd()}`,
    ]) {
      assert.deepEqual(read(text).edits, replaced('foo.txt', 'Two\n', 'Too\n'), text);
    }
  });

  it('without a file of their own belong to that of the block before', () => {
    const text = `a.ts\n\`\`\`\n${block('1\n', '2\n')}\n${block('3\n', '')}\`\`\`\n`;
    assert.deepEqual(read(text).edits, [...replaced('a.ts', '1\n', '2\n'), ...replaced('a.ts', '3\n', '')]);
  });

  it('may hold merge conflicts', () => {
    const conflict = '<<<<<<< HEAD\nmine\n=======\ntheirs\n>>>>>>> branch\n';
    assert.deepEqual(read(`a.ts\n${block(conflict, 'ours\n')}`).edits, replaced('a.ts', conflict, 'ours\n'));
    assert.deepEqual(read(`a.ts\n${block('ours\n', conflict)}`).edits, replaced('a.ts', 'ours\n', conflict));
  });

  it('make a file where they search for nothing', () => {
    assert.deepEqual(read(`new.ts\n${block('', 'x\n')}`).edits, [{ kind: 'create', path: 'new.ts', text: 'x\n' }]);
  });

  it('are problems when they name no file, have no divider or two, or do not end; good ones beside them stay', () => {
    const good = `a.ts\n${block('1\n', '2\n')}`;
    assert.match(read(block('1\n', '2\n')).problems.join(), /which file/);
    for (const [text, reason] of [
      ['<<<<<<< SEARCH\n3\n>>>>>>> REPLACE\n', /no line =======/],
      ['<<<<<<< SEARCH\n3\n=======\n4\n=======\n5\n>>>>>>> REPLACE\n', /several lines/],
      ['<<<<<<< SEARCH\n3\n=======\n4\n', /not finished/],
    ] as const) {
      const { edits, problems } = read(good + text);
      assert.deepEqual(edits, replaced('a.ts', '1\n', '2\n'));
      assert.match(problems.join(), reason);
    }
  });

  it('are not seen in prose, lists and code that only look a little like them', () => {
    for (const text of [
      'Use `git diff` and look for <<<<<<< markers.\n',
      'Title\n=======\n\nText\n-------\n',
      '```sh\necho "*** Begin"\n```\n',
    ]) {
      assert.equal(read(text).isNone, true, text);
    }
  });
});

describe('Whole patches', () => {
  const patch = '*** Begin Patch\n*** Update File: a.ts\n@@\n-1\n+2\n*** End Patch';
  const edit = { kind: 'patch', path: 'a.ts', diff: '@@\n-1\n+2' };

  it('are read whatever is wrapped around them', () => {
    for (const text of [
      patch,
      `${patch}\n`,
      `\`\`\`diff\n${patch}\n\`\`\`\n`,
      `apply_patch <<'EOF'\n${patch}\nEOF\n`,
      `<<EOF\n${patch}\nEOF\n`,
      `  *** Begin Patch  \n  *** Update File: a.ts\n@@\n-1\n+2\n*** End Patch  `,
      patch.replaceAll('\n', '\r\n'),
      patch.replace('\n*** End Patch', ''),
      patch.replace('*** End Patch', ' *** End Patch\n'),
      `\`\`\`\n${patch.replace('*** End', ' *** End')}\n\`\`\`\n`,
    ]) {
      assert.equal(isPatchEnvelope(text), true, text);
      assert.deepEqual(readPatchEnvelope(text), { kind: 'batch', edits: [edit], problems: [] }, text);
    }
  });

  it('keep the files that make sense beside one that does not', () => {
    const text = patch.replace('*** End Patch', '*** Add File: b.ts\nno plus\n*** Delete File: c.ts\n*** End Patch');
    const batch = readPatchEnvelope(text);
    assert.equal(batch.kind, 'batch');
    if (batch.kind !== 'batch') return;
    assert.deepEqual(batch.edits, [edit, { kind: 'delete', path: 'c.ts' }]);
    assert.deepEqual(
      batch.problems.map(({ path, text: written }) => [path, written]),
      [['b.ts', 'no plus']],
    );
  });

  it('show the sections of an update while the rest is still being written', () => {
    const reader = new ProseEdits();
    assert.equal(reader.take('*** Begin Patch\n*** Update File: a.ts\n@@\n-1\n+2\n'), null);
    assert.deepEqual(reader.take('@@\n-3\n'), [edit]);
    assert.equal(reader.take('+4\n'), null);
    assert.deepEqual(reader.take('*** End Patch\n'), [{ ...edit, diff: '@@\n-1\n+2\n@@\n-3\n+4' }]);
  });

  it('take padded markers after a new file, but not as the end of an update’s kept lines', () => {
    const text =
      '*** Begin Patch\n*** Add File: b.ts\n+b\n  *** Delete File: c.ts\n *** Update File: a.ts\n' +
      '@@\n *** Update File: x.ts\n *** End Patch\n-1\n+2\n*** End Patch\n';
    assert.deepEqual(readPatchEnvelope(text), {
      kind: 'batch',
      edits: [
        { kind: 'create', path: 'b.ts', text: 'b\n' },
        { kind: 'delete', path: 'c.ts' },
        { kind: 'patch', path: 'a.ts', diff: '@@\n *** Update File: x.ts\n *** End Patch\n-1\n+2' },
      ],
      problems: [],
    });
  });

  it('change nothing in a file in the middle of whose section they are cut off', () => {
    const first =
      '*** Begin Patch\n*** Update File: a.ts\n@@\n-1\n+2\n*** Update File: b.ts\n*** Move to: c.ts\n@@\n-3\n+4\n';
    for (const cut of ['@@', '@@ class A\n 5\n', '@@\n-5\n', '@@\n-5\n-6', '@@\n-5\n+6\n*** End Pa']) {
      const batch = readPatchEnvelope(first + cut);
      const [edits, problems] = batch.kind === 'batch' ? [batch.edits, batch.problems] : [[], []];
      assert.deepEqual(
        edits.filter(({ kind }) => kind === 'patch'),
        [edit],
        cut,
      );
      assert.deepEqual(
        problems.map(({ path }) => path),
        ['b.ts'],
      );
    }
  });

  it('that are none are refused', () => {
    assert.equal(readPatchEnvelope('-1\n+2\n').kind, 'malformed');
    assert.equal(readPatchEnvelope('*** Begin Patch\n*** End Patch\n').kind, 'malformed');
  });
});

describe('readFencedReplacement', () => {
  it('gives the only block, and nothing where there is none, several, or one that never ends', () => {
    assert.equal(readFencedReplacement('So:\n```ts\nconst a = 1;\n```\n'), 'const a = 1;\n');
    assert.equal(readFencedReplacement('````\n```\ninner\n```\n````\n'), '```\ninner\n```\n');
    assert.equal(readFencedReplacement('No code.'), null);
    assert.equal(readFencedReplacement('```\na\n```\n```\nb\n```\n'), null);
    assert.equal(readFencedReplacement('```\na\n'), null);
  });
});
