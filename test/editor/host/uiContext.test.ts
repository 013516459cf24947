import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Task } from '../../../src/core/task.ts';
import type { UiKind } from '../../../src/core/ui/uiTarget.ts';
import { gatherUiContext } from '../../../src/host/contextGathering/ui/gatherUiContext.ts';
import { readUiPackage } from '../../../src/host/contextGathering/ui/uiPackage.ts';
import { captureTask } from '../../../src/host/taskFromEditor.ts';
import { newFileAt, proposeNewFile } from '../../../src/host/ui/newFilePlace.ts';
import { readUiOrigin } from '../../../src/host/ui/uiOrigin.ts';
import { closeEditors, workspaceUri, writeWorkspaceFile } from './workspaceFile.ts';

const tsx: UiKind = { framework: 'react', typescript: true, tailwind: true };
const html: UiKind = { framework: 'html', typescript: false, tailwind: false };

const manifest = JSON.stringify({
  dependencies: { react: '^19.0.0', express: '5.0.0' },
  devDependencies: { tailwindcss: '4.1.0', typescript: '6.0.0' },
});

async function writeProject(): Promise<void> {
  await writeWorkspaceFile('web/package.json', manifest);
  await writeWorkspaceFile('web/.gitignore', 'made/\n');
  await writeWorkspaceFile('web/tailwind.config.js', 'export default { theme: { spacing: {} } };\n');
  await writeWorkspaceFile('web/src/theme.css', ':root { --accent: #1d4fd7; }\na { color: red }\n');
  await writeWorkspaceFile('web/src/app.css', 'a { color: blue }\n');
  await writeWorkspaceFile('web/made/tokens.css', ':root { --ignored: 1px; }\n');
  await writeWorkspaceFile('web/node_modules/kit/tokens.css', ':root { --foreign: 1px; }\n');
  await writeWorkspaceFile('web/src/parts/Card.tsx', 'export const Card = () => <article className="card" />;\n');
  await writeWorkspaceFile('web/src/parts/Card.test.tsx', 'test();\n');
  await writeWorkspaceFile('web/src/order.ts', 'export interface Order {\n  id: string;\n}\nexport const rest = 1;\n');
}

function taskFor(path: string): Task {
  const file = { path, uri: workspaceUri(path).toString(), languageId: 'typescriptreact', version: 0, text: '' };
  return {
    kind: 'ui',
    instruction: 'A list',
    file,
    selection: null,
    otherFiles: [],
    ui: { ...tsx, place: 'new-file' },
  };
}

describe('what goes along with the task of making an interface', () => {
  before(writeProject);
  afterEach(closeEditors);

  it('is the code it is made from, packages, tokens, Tailwind’s configuration and a component, none that is ignored', async () => {
    const editor = await vscode.window.showTextDocument(workspaceUri('web/src/order.ts'));
    editor.selection = new vscode.Selection(0, 0, 2, 1);
    const captured = await captureTask('ui', () => '', { kind: 'editor' });
    assert.ok(!('kind' in captured));
    const task = taskFor('web/src/parts/Orders.tsx');
    const uiPackage = await readUiPackage(workspaceUri('web/src/parts'));
    const gather = () => gatherUiContext(task, { captured, range: captured.task.selection }, uiPackage);
    // A machine that is busy finds less within the time there is.
    let gathered = await gather();
    while (gathered.pieces.length < 5) gathered = await gather();
    const { pieces, task: shown } = gathered;
    assert.deepEqual(
      pieces.map(({ kind, path, text }) => [kind, path, text]),
      [
        ['source', 'web/src/order.ts', 'export interface Order {\n  id: string;\n}'],
        ['dependencies', 'web/package.json', 'tailwindcss 4.1.0\ntypescript 6.0.0\nreact ^19.0.0'],
        ['design-tokens', 'web/src/theme.css', ':root {\n  --accent: #1d4fd7;\n}'],
        ['tailwind-config', 'web/tailwind.config.js', 'export default { theme: { spacing: {} } };'],
        ['component', 'web/src/parts/Card.tsx', 'export const Card = () => <article className="card" />;'],
      ],
    );
    assert.equal(new Set(pieces.map(({ id }) => id)).size, pieces.length);
    assert.deepEqual(
      shown.otherFiles.map(({ path }) => path),
      ['web/src/order.ts', 'web/package.json', 'web/src/theme.css', 'web/tailwind.config.js', 'web/src/parts/Card.tsx'],
    );
  });

  it('is a whole file that was pointed at, cut where it is long', async () => {
    const long = Array.from({ length: 900 }, (_, row) => `row ${row}`).join('\n');
    const uri = await writeWorkspaceFile('web/src/long.txt', long);
    const captured = await captureTask('ui', () => '', { kind: 'file', uri });
    assert.ok(!('kind' in captured));
    const uiPackage = await readUiPackage(workspaceUri('web/src'));
    const { pieces } = await gatherUiContext(taskFor('web/src/List.tsx'), { captured, range: null }, uiPackage);
    assert.equal(pieces[0]?.path, 'web/src/long.txt');
    assert.match(pieces[0]?.text ?? '', /^row 0\n[\s\S]*row 399\n… \(500 more lines\)$/);
  });

  it('is neither code nor packages where there are none', async () => {
    await vscode.workspace.fs.createDirectory(workspaceUri('bare'));
    const bare: Task = { ...taskFor('bare/page.html'), ui: { ...html, place: 'new-file' } };
    const { pieces, task } = await gatherUiContext(bare, null, await readUiPackage(workspaceUri('bare')));
    assert.deepEqual(
      pieces.filter(({ kind }) => kind === 'source' || kind === 'dependencies' || kind === 'tailwind-config'),
      [],
    );
    assert.equal(task.file.path, 'bare/page.html');
  });

  it('knows the nearest package, and none above the workspace folder', async () => {
    const { project, manifest: found, tailwindConfig } = await readUiPackage(workspaceUri('web/src/parts'));
    assert.deepEqual([project.frameworks, project.typescript, project.tailwind], [['react'], true, true]);
    assert.equal(found?.path, 'web/package.json');
    assert.equal(tailwindConfig?.toString(), workspaceUri('web/tailwind.config.js').toString());
    const outside = await readUiPackage(workspaceUri('reports'));
    assert.equal(outside.manifest, null);
    assert.equal(outside.project.typescript, true, 'the sample has a tsconfig.json');
  });
});

describe('where an interface is asked for and goes', () => {
  before(writeProject);
  afterEach(closeEditors);

  it('is a folder of the explorer, or the one that the open file is in', async () => {
    const ofFolder = await readUiOrigin([workspaceUri('web/src'), []]);
    assert.ok(!('kind' in ofFolder));
    assert.deepEqual([ofFolder.captured, ofFolder.folder?.path], [null, workspaceUri('web/src').path]);
    await vscode.window.showTextDocument(workspaceUri('web/src/order.ts'));
    const ofPalette = await readUiOrigin([]);
    assert.ok(!('kind' in ofPalette));
    assert.equal(ofPalette.captured?.task.file.path, 'web/src/order.ts');
    assert.deepEqual([ofPalette.isPointedAt, ofPalette.folder?.path], [false, workspaceUri('web/src').path]);
    const ofExplorer = await readUiOrigin([workspaceUri('web/src/order.ts'), [workspaceUri('web/src/order.ts')]]);
    assert.ok(!('kind' in ofExplorer));
    assert.deepEqual([ofExplorer.isPointedAt, ofExplorer.isFromExplorer], [true, true]);
  });

  it('needs no open file, and is refused over one that was pointed at and cannot be sent', async () => {
    const fromNothing = await readUiOrigin([]);
    assert.ok(!('kind' in fromNothing));
    assert.deepEqual(
      [fromNothing.captured, fromNothing.folder?.path],
      [null, workspaceUri('').path.replace(/\/$/, '')],
    );
    const secret = await writeWorkspaceFile('web/.env', 'TOKEN=1\n');
    const refused = await readUiOrigin([secret, [secret]]);
    assert.ok('kind' in refused && refused.kind === 'document-unsuitable');
    assert.equal(refused.reason, 'secret');
  });

  it('proposes a name that is not taken, on disk or in an editor', async () => {
    const propose = () => proposeNewFile(workspaceUri('web'), 'A price list', html, null);
    const first = await propose();
    assert.deepEqual(
      [first?.path, first?.text, first?.version, first?.languageId],
      ['web/price-list.html', '', 0, 'html'],
    );
    await writeWorkspaceFile('web/price-list.html', '<p>Mine</p>\n');
    assert.equal((await propose())?.path, 'web/price-list-2.html');
  });

  it('takes a typed path where a new file may be, and no other', async () => {
    const typed = (path: string) => newFileAt(path, workspaceUri('web'), tsx);
    const made = await typed('web/src/parts/Orders.tsx');
    assert.ok(made !== null && !('kind' in made));
    assert.equal(made.uri, workspaceUri('web/src/parts/Orders.tsx').toString());
    assert.equal(await typed('web/src/parts/Card.tsx'), null);
    for (const path of ['../out.tsx', '/tmp/out.tsx', '.git/hooks/a.tsx', 'aux.tsx']) {
      const refused = await typed(path);
      assert.ok(refused !== null && 'kind' in refused && refused.kind === 'path-refused', path);
    }
  });
});
