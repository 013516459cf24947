import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { acceptHunk } from '../../src/core/diff/choices.ts';
import type { ComparisonView } from '../../src/shared/comparisonView.ts';
import { leftDone, rightDone, viewOf } from './gallery/galleryTask.ts';
import { done, useGallery } from './gallery/useGallery.ts';
import { eventually } from './workbench/eventually.ts';
import { waitUntil } from './workbench/waitUntil.ts';

/** The left side still writes, below hunks that are there already. */
const writing = viewOf({ ...leftDone, status: 'writing', acceptable: false, endedAt: null }, rightDone, {
  comparisonId: 'writing',
});

/** Text to append to the left side, as the host posts it while an answer streams. */
function growth(view: ComparisonView, before: string, text: string) {
  const { attempt } = view.left;
  const prose = { at: view.left.prose.length + before.length, text };
  const payload = { side: 'left', attempt, prose, thinking: null } as const;
  return { type: 'answer-grew', comparisonId: view.comparisonId, payload } as const;
}

describe('The panel by itself', () => {
  const { gallery, region } = useGallery();
  const topOf = async (locator: Locator) => (await locator.boundingBox())?.y;

  it('moves nothing that somebody reads or is about to press while an answer streams', async () => {
    const { page } = gallery();
    await gallery().show(writing);
    const watched = [
      page.getByRole('button', { name: 'Accept hunk 1 from GPT-5.5', exact: true }),
      page.getByRole('button', { name: 'Accept hunk 2 from Claude Opus 4.7', exact: true }),
      page.getByRole('button', { name: 'Apply accepted hunks', exact: true }),
      page.getByRole('button', { name: 'Cancel GPT-5.5', exact: true }),
    ];
    const before = await Promise.all(watched.map(topOf));
    let written = '';
    for (const text of [
      '\n\nOne thing more: ',
      'the loop. '.repeat(60),
      '\n\n- and this\n- and that\n',
      '```ts\nlet a',
    ]) {
      await gallery().post(growth(writing, written, text));
      written += text;
      assert.deepEqual(await Promise.all(watched.map(topOf)), before);
    }
  });

  it('says nothing aloud while words stream in, and says how it ended', async () => {
    const { page } = gallery();
    await gallery().show(writing);
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      for (const element of document.querySelectorAll('[role=status], [aria-live], [role=alert]')) {
        new MutationObserver(() => heard.push(element.textContent ?? '')).observe(element, {
          childList: true,
          characterData: true,
          subtree: true,
        });
      }
    });
    const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    let written = '';
    for (let word = 0; word < 20; word += 1) {
      await gallery().post(growth(writing, written, `word ${word} `));
      written += `word ${word} `;
    }
    assert.deepEqual(await heard(), []);
    const { prose: _prose, thinking: _thinking, side: _side, label: _label, effort: _effort, ...change } = leftDone;
    const payload = { side: 'left', attempt: leftDone.attempt, change } as const;
    await gallery().post({ type: 'side-changed', comparisonId: writing.comparisonId, payload });
    assert.ok((await heard()).some((text) => text.includes('Done in 9.4 s')));
  });

  it('asks nobody again who meant to cancel a moment too late', async () => {
    const { page } = gallery();
    await gallery().show(writing);
    const button = region('left').locator('.side-heading button');
    await button.hover();
    const { prose: _prose, thinking: _thinking, side: _side, label: _label, effort: _effort, ...change } = leftDone;
    const payload = { side: 'left', attempt: leftDone.attempt, change } as const;
    await gallery().post({ type: 'side-changed', comparisonId: writing.comparisonId, payload });
    await button.evaluate((element) => (element as HTMLElement).click());
    assert.deepEqual(
      (await gallery().posted()).map(({ type }) => type),
      ['panel-ready'],
    );
    await page.waitForTimeout(700);
    await button.click();
    assert.equal((await gallery().posted()).at(-1)?.type, 'answer-asked-again');
  });

  it('shows hostile text as text: no element, no address but https, no character that hides', async () => {
    const { page } = gallery();
    const prose = [
      '<img src=x onerror=alert(1)> <script>alert(1)</script> <style>*{display:none}</style>',
      '[click](javascript:alert(1)) [data](data:text/html,x) [command](command:workbench.action.quit)',
      '![pixel](https://example.com/pixel.png) [fine](https://example.com/ "title")',
      '`code with \u202e override` and \u2066words\u2069 \u2764\ufe0f',
      '```ts\nconst isAdmin = false; /* \u202e } \u2066 */\n```',
    ].join('\n\n');
    const path = 'src/\u202egpj.ts<img src=x>';
    await gallery().show(
      viewOf({ ...leftDone, prose }, rightDone, {
        comparisonId: 'hostile',
        task: { kind: 'fix', path, lines: null, instruction: '<b>bold</b>', target: null, scripted: false },
      }),
    );
    const shown = page.getByRole('main', { name: 'Comparison' });
    assert.equal(await shown.locator('img, script, style, iframe, b:has-text("bold")').count(), 0);
    const addresses = await shown.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    // An image becomes a link that nobody has to follow.
    assert.deepEqual(addresses, ['https://example.com/pixel.png', 'https://example.com/']);
    await eventually(async () =>
      assert.match(await shown.locator('header.task').innerText(), /src\/\[U\+202E\]gpj\.ts<img src=x>/),
    );
    await eventually(async () =>
      assert.match(await shown.locator('.prose .plain-code').innerText(), /\[U\+202E\] \} \[U\+2066\]/),
    );
    const words = await shown.locator('.prose').first().innerText();
    assert.match(words, /code with \[U\+202E\] override and \[U\+2066\]words\[U\+2069\] \u2764\ufe0f/);
    await shown.getByRole('link', { name: 'fine' }).click();
    assert.deepEqual((await gallery().posted()).at(-1), {
      type: 'link-opened',
      comparisonId: 'hostile',
      payload: { address: 'https://example.com/' },
    });
  });

  it('is found as it was left: the page, what was unfolded, and where it was scrolled to', async () => {
    const { page } = gallery();
    await page.setViewportSize({ width: 1280, height: 420 });
    await gallery().show(done);
    const unfold = region('left')
      .getByRole('button', { name: /^Show all/ })
      .first();
    const name = (await unfold.getAttribute('aria-label')) ?? '';
    await unfold.click();
    await page.evaluate(() => window.scrollTo(0, 240));
    const savedTop = () => page.evaluate(() => JSON.parse(sessionStorage.getItem('state') ?? '{}').scrollTop);
    await waitUntil('the place to be saved', async () => ((await savedTop()) === 240 ? true : undefined));
    await gallery().reload(done);
    // To the line: what comes into being above it moves the number, not the text.
    const isWhereItWas = async () => Math.abs((await page.evaluate(() => window.scrollY)) - 240) < 10;
    await waitUntil('the place where it was left', async () => ((await isWhereItWas()) ? true : undefined));
    assert.equal(await region('left').getByRole('button', { name, exact: true }).count(), 0);
    // Each page has a place of its own.
    await page.getByRole('button', { name: 'Rows', exact: true }).click();
    assert.equal(await page.evaluate(() => window.scrollY), 0);
    await page.getByRole('button', { name: 'Against my code', exact: true }).click();
    assert.ok(await isWhereItWas());
  });

  it('keeps still for those who ask for less motion, and is told apart without colours', async () => {
    const { page } = gallery();
    await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' });
    await gallery().show(
      viewOf({ ...leftDone, status: 'connecting', prose: '', hunks: [], endedAt: null }, rightDone, {
        comparisonId: 'still',
        choices: acceptHunk({}, 'right-1-1', { left: [], right: rightDone.hunks }),
      }),
    );
    assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
    const borderOf = (hunk: number) =>
      region('right')
        .getByRole('group', { name: new RegExp(`^Hunk ${hunk} of`) })
        .evaluate((element) => getComputedStyle(element).borderTopWidth);
    assert.notEqual(await borderOf(1), await borderOf(2), 'what is accepted has a border of its own');
  });
});
