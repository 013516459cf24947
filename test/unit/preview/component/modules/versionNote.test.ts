import assert from 'node:assert/strict';
import { versionNote } from '../../../../../src/preview/component/modules/versionNote.ts';
import { projectOf } from '../projectOf.ts';

describe('the note on a framework’s version', () => {
  const noteOf = (files: Readonly<Record<string, string>>) =>
    versionNote({ name: 'react', shown: '19.3.1' }, 'web/src/a.tsx', projectOf(files));
  const asking = (range: string) => noteOf({ 'package.json': JSON.stringify({ dependencies: { react: range } }) });

  it('is there for another major version', async () => {
    for (const wanted of ['^18.2.0', '17', '~16.8 || ^17.0.0', '18.x', '>=20']) {
      assert.deepEqual(await asking(wanted), { kind: 'version', name: 'react', wanted, shown: '19.3.1' }, wanted);
    }
  });

  it('is not there where ours may be meant', async () => {
    for (const wanted of ['^19.0.0', '19', '^18 || ^19', '>=17', '*', 'latest', 'workspace:*', 'catalog:']) {
      assert.equal(await asking(wanted), null, wanted);
    }
    assert.equal(await noteOf({}), null);
  });

  it('goes by the nearest package that says so', async () => {
    const note = await noteOf({
      'web/package.json': '{ "name": "web" }',
      'package.json': '{ "devDependencies": { "react": "18" } }',
    });
    assert.equal(note?.kind === 'version' && note.wanted, '18');
  });
});
