import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type AskedFrom, targetChoices } from '../../../../src/core/ui/targetChoices.ts';
import { type UiProject, uiProject } from '../../../../src/core/ui/uiProject.ts';

const none = uiProject(null, []);
const vue = uiProject('{"dependencies":{"vue":"3","tailwindcss":"4","typescript":"6"}}', []);
const tsx = { framework: 'react', typescript: true, tailwind: false } as const;
const nowhere: AskedFrom = { own: null, hasSelection: false, meansFile: false, canMakeFiles: true };

function shown(from: Partial<AskedFrom>, project: UiProject = none): readonly string[] {
  return targetChoices({ ...nowhere, ...from }, project).map(
    ({ place, framework, typescript, tailwind }) =>
      `${place} ${framework}${typescript ? ' ts' : ''}${tailwind ? ' tailwind' : ''}`,
  );
}

describe('targetChoices', () => {
  it('offers a page first where nothing tells more, then every other kind', () => {
    assert.deepEqual(shown({}), [
      'new-file html',
      'new-file react ts',
      'new-file react',
      'new-file vue',
      'new-file svelte',
    ]);
  });

  it('offers what the project is made with first, and Tailwind where there is a build for it', () => {
    assert.deepEqual(shown({}, vue), [
      'new-file vue ts tailwind',
      'new-file html',
      'new-file react ts tailwind',
      'new-file react tailwind',
      'new-file svelte ts tailwind',
    ]);
  });

  it('offers the selection of an interface first', () => {
    assert.deepEqual(shown({ own: tsx, hasSelection: true }).slice(0, 4), [
      'selection react ts',
      'new-file react ts',
      'file react ts',
      'new-file html',
    ]);
  });

  it('offers the file first where it is meant, and after a new one where it is merely open', () => {
    assert.deepEqual(shown({ own: tsx, meansFile: true }).slice(0, 2), ['file react ts', 'new-file react ts']);
    assert.deepEqual(shown({ own: tsx }).slice(0, 2), ['new-file react ts', 'file react ts']);
  });

  it('never puts an interface in place of code that has none', () => {
    assert.ok(shown({ hasSelection: true, meansFile: true }).every((choice) => choice.startsWith('new-file')));
  });

  it('offers no new file without a folder', () => {
    assert.deepEqual(shown({ own: tsx, hasSelection: true, canMakeFiles: false }), [
      'selection react ts',
      'file react ts',
    ]);
    assert.deepEqual(shown({ canMakeFiles: false }), []);
  });
});
