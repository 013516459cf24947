import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { acceptHunk } from '../../src/core/diff/choices.ts';
import type { Side } from '../../src/core/side.ts';
import type { ComparisonView, ConflictView, SideChange, SideView } from '../../src/shared/comparisonView.ts';
import type { PanelCommand } from '../../src/shared/messages.ts';
import { leftDone, rightDone, viewOf } from './gallery/galleryTask.ts';
import { done, useGallery } from './gallery/useGallery.ts';
import { eventually } from './workbench/eventually.ts';
import { waitUntil } from './workbench/waitUntil.ts';

const conflict: ConflictView = {
  hunkId: 'left-1-1',
  hunkIds: ['left-1-1'],
  side: 'left',
  path: 'src/basket.ts',
  line: 9,
  base: ['  for (let i = 0; i <= lines.length; i++) {\n'],
  mine: ['  for (let i = 0; i <= count; i++) {\n'],
  theirs: ['  for (let i = 0; i < lines.length; i++) {\n'],
  resolution: null,
};

describe('Reviewing in the panel', () => {
  const { gallery, region } = useGallery();
  const field = () => gallery().page.getByRole('textbox', { name: 'Follow-up' });
  const button = (name: string) => gallery().page.getByRole('button', { name, exact: true });
  const topOf = async (locator: Locator) => (await locator.boundingBox())?.y;

  /** What the panel posted since it was ready, but for the payloads that do not matter. */
  const intents = async () =>
    (await gallery().posted()).slice(1).map(({ type, payload }) => ({ type, ...(payload as object) }));

  const change = (view: ComparisonView, side: Side, changed: Partial<SideChange>) =>
    gallery().post({
      type: 'side-changed',
      comparisonId: view.comparisonId,
      payload: { side, attempt: view[side].attempt, change: changed },
    });

  const command = (given: PanelCommand, comparisonId: string) =>
    gallery().post({ type: 'command-given', comparisonId, payload: { command: given } });

  /** The id of the hunk that the keys act on. */
  const focusedHunk = () => gallery().page.evaluate(() => document.activeElement?.getAttribute('data-hunk') ?? null);

  it('asks a follow-up with Ctrl+Enter, and no key in its field does anything else', async () => {
    const { page } = gallery();
    await gallery().show(done);
    await field().click();
    await page.keyboard.type('a jar');
    await page.keyboard.press('Enter');
    await page.keyboard.type('10 knives');
    for (const given of ['accept', 'next-hunk', 'apply', 'undo'] as const) await command(given, done.comparisonId);
    await eventually(async () => assert.equal(await field().inputValue(), 'a jar\n10 knives'));
    assert.deepEqual(await intents(), []);
    await button('GPT-5.5').click();
    await field().focus();
    await page.keyboard.press('Control+Enter');
    assert.deepEqual(await intents(), [{ type: 'follow-up-asked', side: 'left', instruction: 'a jar\n10 knives' }]);
    assert.equal(await field().inputValue(), '');
    await page.keyboard.press('Control+Enter');
    assert.equal((await intents()).length, 1, 'nothing is asked with nothing written');
  });

  it('leaves the field with Escape, and then keys act on hunks again', async () => {
    const { page } = gallery();
    await gallery().show(done);
    await field().click();
    await page.keyboard.press('Escape');
    assert.equal(await page.evaluate(() => document.activeElement === document.body), true);
    await page.keyboard.press('j');
    assert.equal(await focusedHunk(), 'left-1-1');
  });

  it('keeps a follow-up that was not sent over a reload', async () => {
    const { page } = gallery();
    await gallery().show(done);
    await field().fill('Keep the loop');
    await page.getByRole('group', { name: 'Whom to ask' }).getByRole('button', { name: 'Claude Opus 4.7' }).click();
    const saved = () => page.evaluate(() => JSON.parse(sessionStorage.getItem('state') ?? '{}').followUp);
    await waitUntil('the follow-up to be saved', async () => ((await saved())?.side === 'right' ? true : undefined));
    await gallery().reload(done);
    await eventually(async () => assert.equal(await field().inputValue(), 'Keep the loop'));
    await page.getByRole('button', { name: 'Claude Opus 4.7', exact: true, pressed: true }).waitFor();
  });

  it('asks nobody who is still at work, and says so', async () => {
    const { page } = gallery();
    const writing: SideView = { ...rightDone, status: 'writing', endedAt: null };
    const view = viewOf(leftDone, writing, { comparisonId: 'at-work' });
    await gallery().show(view);
    const whom = page.getByRole('group', { name: 'Whom to ask' });
    await whom.getByRole('button', { name: 'GPT-5.5', pressed: true }).waitFor();
    for (const name of ['Both', 'Claude Opus 4.7']) {
      const choice = whom.getByRole('button', { name, exact: true });
      await eventually(async () => assert.equal(await choice.getAttribute('aria-disabled'), 'true'));
      await eventually(async () =>
        assert.equal(await choice.getAttribute('title'), 'Claude Opus 4.7 is still at work'),
      );
    }
    await field().fill('More');
    await button('Ask').click();
    assert.deepEqual(await intents(), [{ type: 'follow-up-asked', side: 'left', instruction: 'More' }]);
  });

  it('tells VS Code at once which comparison it is about', async () => {
    await gallery().show(viewOf(leftDone, rightDone, { comparisonId: 'remembered' }));
    const id = await gallery().page.evaluate(() => JSON.parse(sessionStorage.getItem('state') ?? '{}').comparisonId);
    assert.equal(id, 'remembered');
  });

  it('settles a conflict with the person’s own changes either way, and takes it back', async () => {
    const choices = acceptHunk({}, 'left-1-1', { left: leftDone.hunks, right: rightDone.hunks });
    const view = viewOf(leftDone, rightDone, { comparisonId: 'conflict', choices, conflicts: [conflict] });
    await gallery().show(view);
    const card = gallery().page.getByRole('group', { name: 'Conflict, src/basket.ts line 9', exact: true });
    const resolve = (resolution: ConflictView['resolution']) =>
      gallery().post({
        type: 'drift-changed',
        comparisonId: view.comparisonId,
        payload: { driftedHunks: ['left-1-1'], conflicts: [{ ...conflict, resolution }] },
      });
    await eventually(async () =>
      assert.match(await card.innerText(), /i <= lines.length[\s\S]*i <= count[\s\S]*i < lines.length/),
    );
    await gallery().page.getByText('1 conflict with your own changes').click();
    assert.equal(await focusedHunk(), 'left-1-1');
    await eventually(async () =>
      assert.equal(await button('Apply accepted hunks').getAttribute('aria-disabled'), 'true'),
    );
    await card.getByRole('button', { name: 'Keep mine' }).click();
    await resolve('mine');
    assert.equal(await button('Apply accepted hunks').getAttribute('aria-disabled'), null);
    assert.equal(await gallery().page.getByText('1 conflict with your own changes').count(), 0);
    await card.getByRole('button', { name: 'Keep mine', pressed: true }).click();
    await card.getByRole('button', { name: 'Take GPT-5.5’s lines' }).click();
    assert.deepEqual(
      await intents(),
      (['mine', null, 'theirs'] as const).map((take) => ({ type: 'conflict-resolved', hunkId: 'left-1-1', take })),
    );
  });

  it('goes through the rows and decides them by keys alone', async () => {
    const { page } = gallery();
    await gallery().show(viewOf(leftDone, rightDone, { comparisonId: 'rows' }));
    await button('Rows').click();
    await page.keyboard.press('d');
    assert.equal(await focusedHunk(), 'left-1-1');
    for (const key of ['1', '2', '0']) await page.keyboard.press(key);
    await page.keyboard.press('d');
    assert.equal(await focusedHunk(), 'right-1-2');
    await page.keyboard.press('1');
    await page.keyboard.press('2');
    await page.keyboard.press('d');
    assert.equal(await focusedHunk(), 'left-1-2 right-1-3', 'what both say is one');
    await page.keyboard.press('2');
    await command('take-left', 'rows');
    await command('reject', 'rows');
    assert.deepEqual(await intents(), [
      { type: 'hunk-accepted', hunkId: 'left-1-1' },
      { type: 'hunk-accepted', hunkId: 'right-1-1' },
      { type: 'hunk-rejected', hunkId: 'left-1-1' },
      { type: 'hunk-rejected', hunkId: 'right-1-1' },
      { type: 'hunk-rejected', hunkId: 'right-1-2' },
      { type: 'hunk-accepted', hunkId: 'right-1-2' },
      { type: 'hunk-accepted', hunkId: 'left-1-2' },
      { type: 'hunk-accepted', hunkId: 'left-1-2' },
      { type: 'hunk-rejected', hunkId: 'left-1-2' },
    ]);
  });

  it('shows what both say once, counts every decision, and filters by the counts', async () => {
    const { page } = gallery();
    await gallery().show(viewOf(leftDone, rightDone, { comparisonId: 'counts' }));
    await button('Rows').click();
    const hunks = () => page.getByRole('group', { name: /^Hunk / }).count();
    assert.equal(await hunks(), 4, 'of five hunks two are the same');
    await page.getByText('0 of 3 decided').waitFor();
    await button('1 agreed').click();
    assert.equal(await hunks(), 1);
    await page.getByRole('group', { name: 'Hunk 2 of 2, src/basket.ts line 25', exact: true }).waitFor();
    await button('Accept hunk 2 from GPT-5.5').click();
    await button('Reject hunk 2 from GPT-5.5').click();
    await page.keyboard.press('d');
    assert.equal(await hunks(), 4, 'what is gone to is shown');
    await button('Accept hunk 1 from Claude Opus 4.7').click();
    await button('Reject hunk 1 from Claude Opus 4.7').click();
    const types = (await intents()).map(({ type }) => type);
    assert.deepEqual(types, ['hunk-accepted', 'hunk-rejected', 'hunk-accepted', 'hunk-rejected']);
  });

  it('lets nothing be chosen that is still being written, and moves nothing when it is done', async () => {
    const writing: SideView = { ...rightDone, status: 'writing', acceptable: false, endedAt: null };
    const view = viewOf(leftDone, writing, { comparisonId: 'provisional' });
    await gallery().show(view);
    const accept = button('Accept hunk 2 from Claude Opus 4.7');
    await eventually(async () => assert.equal(await accept.getAttribute('aria-disabled'), 'true'));
    await eventually(async () =>
      assert.equal(await button('Accept all from Claude Opus 4.7').getAttribute('aria-disabled'), 'true'),
    );
    await eventually(async () => assert.match(await region('right').innerText(), /still being written/));
    const before = await topOf(accept);
    await change(view, 'right', { status: 'done', acceptable: true, endedAt: Date.now() });
    assert.equal(await topOf(accept), before);
    assert.doesNotMatch(await region('right').innerText(), /still being written/);
    await accept.click();
    assert.equal((await intents()).at(-1)?.type, 'hunk-accepted');
  });

  it('touches no hunk and moves none for words and readings that come in', async () => {
    const { page } = gallery();
    const writing: SideView = { ...leftDone, status: 'writing', acceptable: false, endedAt: null };
    const view = viewOf(writing, rightDone, { comparisonId: 'untouched' });
    await gallery().show(view);
    // Colours that still come in are changes too.
    await page.locator('.line code span[style*="color"]').first().waitFor();
    await page.waitForTimeout(500);
    const accept = button('Accept hunk 1 from GPT-5.5');
    const before = await topOf(accept);
    await page.evaluate(() => {
      const touched: string[] = [];
      Object.assign(window, { touched });
      const observer = new MutationObserver((records) => touched.push(...records.map(({ type }) => type)));
      const everything = { childList: true, characterData: true, attributes: true, subtree: true };
      for (const file of document.querySelectorAll('.file-diff')) observer.observe(file, everything);
    });
    let at = writing.prose.length;
    for (let word = 0; word < 20; word += 1) {
      const text = `word ${word}\n\n`;
      const prose = { at, text };
      const payload = { side: 'left', attempt: 1, prose, thinking: null } as const;
      await gallery().post({ type: 'answer-grew', comparisonId: view.comparisonId, payload });
      at += text.length;
    }
    const reading = {
      request: { kind: 'view', path: 'src/prices.ts', lines: null },
      succeeded: true,
      lines: null,
      found: null,
      characters: 9,
    } as const;
    await change(view, 'left', { readings: [reading] });
    await region('left').getByText('Read 1 file').waitFor();
    assert.deepEqual(await page.evaluate(() => (window as unknown as { touched: string[] }).touched), []);
    assert.equal(await topOf(accept), before);
  });

  it('shows a hunk that VS Code wants seen', async () => {
    const { page } = gallery();
    await page.setViewportSize({ width: 1280, height: 420 });
    await gallery().show(viewOf(leftDone, rightDone, { comparisonId: 'revealed' }));
    await button('Result').click();
    const payload = { hunkId: 'right-1-3' };
    await gallery().post({ type: 'hunk-revealed', comparisonId: 'revealed', payload });
    const hunk = region('right').getByRole('group', { name: /^Hunk 3 of 3/ });
    assert.equal(
      await hunk.evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return bottom > 0 && top < innerHeight;
      }),
      true,
    );
    assert.match((await hunk.getAttribute('class')) ?? '', /current/);
  });

  it('leaves hunks that need a look of their own out of Accept all, and says so', async () => {
    const hunks = leftDone.hunks.map((hunk, index) => (index === 0 ? { ...hunk, tier: 'fuzzy' as const } : hunk));
    const view = viewOf({ ...leftDone, hunks }, rightDone, { comparisonId: 'care' });
    await gallery().show(view);
    const words = await region('left').innerText();
    assert.match(words, /1 needs a look of its own/);
    assert.match(words, /placed by a fuzzy match: look before you accept/);
    const acceptAll = button('Accept all from GPT-5.5');
    assert.equal(await acceptAll.getAttribute('aria-disabled'), null);
    const choices = acceptHunk({}, 'left-1-2', { left: hunks, right: rightDone.hunks });
    const payload = { choices, phase: 'open', notice: null } as const;
    await gallery().post({ type: 'choices-changed', comparisonId: view.comparisonId, payload });
    await eventually(async () => assert.equal(await acceptAll.getAttribute('aria-disabled'), 'true'));
  });

  it('goes on elsewhere: inline in the editor, and in the diff editor for a side or a file', async () => {
    await gallery().show(done);
    await button('Review GPT-5.5 inline').click();
    await button('Open Claude Opus 4.7 in diff editor').click();
    await button('Open src/basket.ts from GPT-5.5 in diff editor').click();
    assert.deepEqual(await intents(), [
      { type: 'inline-review-started', side: 'left' },
      { type: 'diff-editor-opened', side: 'right', hunkId: null },
      { type: 'diff-editor-opened', side: 'left', hunkId: 'left-1-1' },
    ]);
  });
});
