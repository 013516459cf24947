import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exported, filledArchive } from '../unit/host/spend/archive/exportFixture.ts';
import { useWorkbench } from './workbench/useWorkbench.ts';
import { waitUntil } from './workbench/waitUntil.ts';

describe('Exporting, importing and deleting spend', () => {
  const workbench = useWorkbench();
  let given: string;

  before(async () => {
    const { folder, archive } = await filledArchive();
    given = await exported(archive, 'json');
    folder.cleanUp();
  });

  const pathOf = (name: string) => join(workbench().workspaceFolder, name);

  /** What an export is about, without when and of which time it was made. */
  const entriesOf = (json: string): unknown => {
    const { requests, acceptedChanges } = JSON.parse(json);
    return { requests, acceptedChanges };
  };

  async function importFrom(name: string): Promise<void> {
    await workbench().run('Tiebreak: Import spend…');
    await answerPath(pathOf(name));
  }

  async function exportTo(kind: 'JSON' | 'CSV', name: string): Promise<void> {
    const { quickInput } = workbench();
    await workbench().run('Tiebreak: Export spend…');
    await quickInput.pick(kind);
    await quickInput.pick('Everything');
    await answerPath(pathOf(name));
  }

  /**
   * Answers VS Code's own file dialog, which is a quick input in a browser. While it lists a folder it takes no answer,
   * and may write into its field: then anew.
   */
  async function answerPath(path: string): Promise<void> {
    const { page, quickInput } = workbench();
    // The save dialog says OK, whatever word the extension gave it.
    const accept = page.locator('.quick-input-widget').getByRole('button', { name: /^(?:OK|Import)$/ });
    await accept.waitFor();
    await waitUntil('the file dialog to take the answer', async () => {
      try {
        await quickInput.input.fill(path, { timeout: 2000 });
        await accept.click({ timeout: 2000 });
        await accept.waitFor({ state: 'hidden', timeout: 2000 });
        return true;
      } catch {
        return (await accept.isVisible()) ? undefined : true;
      }
    });
  }

  it('merges an export without doubles, and writes it again as it was', async () => {
    const { notifications } = workbench();
    writeFileSync(pathOf('given.json'), given);
    await importFrom('given.json');
    await notifications.waitFor('23 requests and 3 accepted changes added, 0 known already.');
    await importFrom('given.json');
    await notifications.waitFor('0 requests added, 26 known already.');

    await exportTo('JSON', 'again.json');
    await notifications.waitFor('23 requests and 3 accepted changes exported to again.json.');
    assert.deepEqual(entriesOf(readFileSync(pathOf('again.json'), 'utf8')), entriesOf(given));
    await exportTo('CSV', 'again.csv');
    await notifications.waitFor('exported to again.csv.');
    const lines = readFileSync(pathOf('again.csv'), 'utf8').split('\r\n');
    assert.ok(lines[0]?.startsWith('record,version,cost_dollars,time,provider,model'));
    assert.equal(lines.filter((line) => line.startsWith('accepted-change,1,')).length, 3);
    assert.deepEqual(
      readdirSync(workbench().workspaceFolder).filter((name) => name.endsWith('.tmp')),
      [],
    );
  });

  it('exports from one date to another', async () => {
    const { notifications, quickInput } = workbench();
    await workbench().run('Tiebreak: Export spend…');
    await quickInput.pick('JSON');
    await quickInput.pick('From one date to another…');
    for (const [title, date] of [
      ['The first day to export', '2026-11-02'],
      ['The last day to export', '2026-11-04'],
    ] as const) {
      await waitUntil(title, async () => ((await quickInput.text()).includes(title) ? true : undefined));
      await quickInput.answer(date);
    }
    await answerPath(pathOf('dates.json'));
    await notifications.waitFor('23 requests and 3 accepted changes exported to dates.json.');
    assert.deepEqual(entriesOf(readFileSync(pathOf('dates.json'), 'utf8')), entriesOf(given));
  });

  it('adds nothing of a file with a mistake, and says where it is', async () => {
    writeFileSync(pathOf('wrong.json'), given.replace('"taskKind":"ask"', '"taskKind":"sing"'));
    await importFrom('wrong.json');
    await workbench().notifications.waitFor(
      'Nothing was imported from wrong.json, because in entry 3 of “requests”, “taskKind” is not as it should be.',
    );
  });

  it('deletes a time after a confirmation that says what goes, and can export it first', async () => {
    const { dialog, notifications, quickInput } = workbench();
    await workbench().run('Tiebreak: Delete spend…');
    await quickInput.pick('From one date to another…');
    await quickInput.input.waitFor();
    await quickInput.input.fill('2026-11-31');
    await waitUntil('the objection', async () =>
      (await quickInput.text()).includes('This is no date such as 2026-11-03.') ? true : undefined,
    );
    await quickInput.answer('2026-11-01');
    await waitUntil('the second date to be asked for', async () =>
      (await quickInput.text()).includes('The last day to delete') ? true : undefined,
    );
    await quickInput.answer('2026-11-30');
    await dialog.box.waitFor();
    const text = await dialog.text();
    assert.match(text, /Delete 20 requests that cost \$0\.0\d+, and 2 of unknown cost, for good\?/);
    assert.match(
      text,
      /This cannot be undone\. 1 scripted request, which cost nothing, goes too\. 3 accepted changes will be forgotten, too\./,
    );
    assert.match(text, /Requests under way stay\./);
    await workbench().screenshot('spend-delete-confirmation');
    await dialog.press('Export first…');
    await quickInput.pick('JSON');
    await answerPath(pathOf('kept.json'));
    await dialog.box.waitFor();
    assert.deepEqual(entriesOf(readFileSync(pathOf('kept.json'), 'utf8')), entriesOf(given));
    await dialog.press('Delete');
    // One request was left open days ago, or is of the future: it depends on today's date.
    await notifications.waitFor(
      /(23 requests and 3 accepted changes deleted\.|22 requests and 3 accepted changes deleted; what is under way stays\.)/,
    );

    await importFrom('kept.json');
    await notifications.waitFor(/2[23] requests and 3 accepted changes added, [01] known already\./);
  });
});
