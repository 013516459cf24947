import assert from 'node:assert/strict';
import { buildPrompt, fileBudget, linesOfRange } from '../../../src/core/prompt.ts';
import type { Task } from '../../../src/core/task.ts';
import { sampleTask } from '../app/fakes.ts';

const withText = (text: string, selection: Task['selection'] = null): Task => ({
  ...sampleTask,
  file: { ...sampleTask.file, text },
  selection,
});

const plain = { canRead: false, instruction: null };

describe('the prompt', () => {
  it('holds the instruction, the whole file and the selection with its lines', () => {
    const { user } = buildPrompt(sampleTask, [], plain);
    assert.match(user, /^# Task\n\nFind the bug\.\n/);
    assert.ok(user.includes('# File src/basket.ts\n\n```typescript\none\ntwo\nthree\nfour\nfive\n```'));
    assert.ok(user.includes('# Selected: line 2\n\n```typescript\ntwo\n```'));
  });

  it('names reading only where it is allowed, and allows new files either way', () => {
    const reading = buildPrompt(sampleTask, [], { ...plain, canRead: true }).system;
    const shownOnly = buildPrompt(sampleTask, [], plain).system;
    assert.match(reading, /You may read further files/);
    assert.doesNotMatch(shownOnly, /read further/);
    for (const system of [reading, shownOnly]) assert.match(system, /create new ones/);
  });

  it('carries a further instruction beside the task', () => {
    const { user } = buildPrompt(sampleTask, [], { ...plain, instruction: 'Keep the name.' });
    assert.match(user, /# Task\n\nFind the bug\.\n\n# Further instruction\n\nKeep the name\.\n/);
  });

  it('sends LF line endings whatever the document has', () => {
    const { user } = buildPrompt(withText('one\r\ntwo\r\n'), [], plain);
    assert.ok(!user.includes('\r'));
  });

  it('uses a fence that nothing in the file can close', () => {
    const { user } = buildPrompt(withText('````\n```\n'), [], plain);
    assert.ok(user.includes('`````typescript\n````\n```\n`````'));
  });

  it('carries the pieces that are left in, with path and line', () => {
    const { user } = buildPrompt(
      sampleTask,
      [
        {
          id: 'd',
          kind: 'definition',
          title: 'total',
          path: 'src/money.ts',
          languageId: 'typescript',
          line: 7,
          text: 'type Money = number;',
        },
        {
          id: 'e',
          kind: 'diagnostic',
          title: 'Error',
          path: 'src/basket.ts',
          languageId: 'typescript',
          line: 2,
          text: 'Object is undefined',
        },
      ],
      plain,
    );
    assert.ok(user.includes('# Definition: src/money.ts, line 7\n\n```typescript\ntype Money = number;\n```'));
    assert.ok(user.includes('# Problem: src/basket.ts, line 2\n\n```\nObject is undefined\n```'));
  });

  it('cuts a file beyond the budget to a window of whole lines around the selection, and says so', () => {
    const line = `${'x'.repeat(99)}\n`;
    const text = `${line.repeat(5000)}here\n${line.repeat(5000)}`;
    const start = 5000 * 100;
    const { user } = buildPrompt(withText(text, { start, end: start + 4 }), [], plain);
    const extent = /The file has 10001 lines; these are lines (\d+) to (\d+)\./.exec(user);
    assert.ok(extent !== null);
    assert.ok(Number(extent[1]) > 3000 && Number(extent[1]) <= 5001 && Number(extent[2]) >= 5001);
    assert.ok(user.includes('\nhere\n'));
    assert.ok(user.length < fileBudget + 2000);
  });
});

describe('the prompt of a very long selection', () => {
  it('does not send a file beyond the budget by way of its selection', () => {
    const text = `begin();\n${'call();\n'.repeat(100_000)}end();\n`;
    const { user } = buildPrompt(withText(text, { start: 0, end: text.length }), [], plain);
    assert.ok(user.length < fileBudget + 2000, String(user.length));
    assert.ok(user.includes('# Selected: lines 1 to 100002\n'));
    assert.match(
      user,
      /begins with\n\n```typescript\nbegin\(\);\n```\n\nand ends with\n\n```typescript\nend\(\);\n```/,
    );
  });

  it('does not repeat a selection that the file beside it shows', () => {
    const text = 'x();\n'.repeat(20_000);
    const { user } = buildPrompt(withText(text, { start: 0, end: text.length }), [], plain);
    assert.ok(user.length < text.length + 2000, String(user.length));
  });

  it('sends of a line that is beyond the budget only what is around the selection', () => {
    const line = `${'a'.repeat(400_000)}here${'b'.repeat(400_000)}`;
    const start = 2 + 400_000;
    const { user } = buildPrompt(withText(`x\n${line}\ny\n`, { start, end: start + 4 }), [], plain);
    assert.ok(user.length < fileBudget + 2000, String(user.length));
    assert.match(user, /The file has 3 lines; this is of line 2, from character 280001 to 520000 of 800004\./);
    assert.ok(user.includes('aahereb'));
  });
});

describe('lines of a range', () => {
  it('counts from one, and does not touch the line that it ends before', () => {
    assert.deepEqual(linesOfRange('a\nb\nc', { start: 0, end: 2 }), [1, 1]);
    assert.deepEqual(linesOfRange('a\nb\nc', { start: 0, end: 3 }), [1, 2]);
    assert.deepEqual(linesOfRange('a\r\nb\r\nc', { start: 3, end: 4 }), [2, 2]);
    assert.deepEqual(linesOfRange('', { start: 0, end: 0 }), [1, 1]);
  });
});

describe('the prompt for an interface', () => {
  const newFile = {
    path: 'src/Prices.tsx',
    uri: 'file:///src/Prices.tsx',
    languageId: 'typescriptreact',
    version: 0,
    text: '',
  };
  const react = { framework: 'react', typescript: true, tailwind: true } as const;
  const made: Task = { ...sampleTask, kind: 'ui', file: newFile, selection: null, ui: { ...react, place: 'new-file' } };

  it('names what to make and where, and shows no file that is not there', () => {
    const { user } = buildPrompt(made, [], plain);
    assert.equal(
      user,
      '# Task\n\nFind the bug.\n\n# Target\n\nA React component in TypeScript (TSX), with its props typed where the language can, styled with the classes of the project’s Tailwind CSS.\nMake it as the new file `src/Prices.tsx`, which does not exist yet, whole in this one file.\n',
    );
  });

  it('names the selection that it replaces, or the file that it changes, and shows that', () => {
    const ui = { framework: 'vue', typescript: false, tailwind: false } as const;
    const replacing = buildPrompt({ ...sampleTask, kind: 'ui', ui: { ...ui, place: 'selection' } }, [], plain).user;
    assert.match(replacing, /# Target\n\nA Vue single-file component with `<script setup>` in JavaScript\.\n/);
    assert.match(replacing, /in place of the selection in `src\/basket\.ts`, line 2\. /);
    assert.match(replacing, /# Selected: line 2/);
    const whole: Task = {
      ...sampleTask,
      kind: 'ui',
      selection: null,
      ui: { ...ui, framework: 'svelte', place: 'file' },
    };
    assert.match(buildPrompt(whole, [], plain).user, /Edit the file `src\/basket\.ts`[^#]*# File src\/basket\.ts/);
  });

  it('asks for what an interface needs, whatever may be read', () => {
    for (const canRead of [true, false]) {
      const { system } = buildPrompt(made, [], { ...plain, canRead });
      for (const need of [
        /labels/,
        /keyboard/,
        /4\.5 to 1/,
        /landmarks/,
        /375 pixels/,
        /prefers-color-scheme/,
        /no CDN/,
      ]) {
        assert.match(system, need);
      }
      assert.match(system, canRead ? /read further files/ : /create new ones/);
    }
  });

  it('carries the project’s conventions, each under its own title', () => {
    const piece = { id: 'p', title: 'p', path: 'package.json', languageId: 'json', line: 1, text: 'react 19' } as const;
    const { user } = buildPrompt(
      made,
      [
        { ...piece, kind: 'source', path: 'orders.json', line: 4 },
        { ...piece, kind: 'dependencies' },
        { ...piece, kind: 'design-tokens' },
        { ...piece, kind: 'tailwind-config' },
        { ...piece, kind: 'component' },
      ],
      plain,
    );
    assert.deepEqual(user.match(/^# .*/gm), [
      '# Task',
      '# Target',
      '# Made from: orders.json, line 4',
      '# Packages that it can use: package.json, line 1',
      '# Design tokens: package.json, line 1',
      '# Tailwind configuration: package.json, line 1',
      '# Component beside it: package.json, line 1',
    ]);
    assert.ok(user.includes('package.json, line 1\n\n```\nreact 19\n```'), 'packages are no JSON');
  });
});
