import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { acceptHunk } from '../../src/core/diff/choices.ts';
import { type Side, sides } from '../../src/core/side.ts';
import type { ComparisonView } from '../../src/shared/comparisonView.ts';
import { type LaunchedBrowser, launchBrowser } from '../vscode/launchBrowser.ts';
import { galleryFolders } from './gallery/galleryFolders.ts';
import { GalleryPage } from './gallery/galleryPage.ts';
import { leftDone, rightDone, viewOf } from './gallery/galleryTask.ts';
import { galleryThemes } from './gallery/galleryThemes.ts';
import { waitUntil } from './workbench/waitUntil.ts';

const wide = { width: 1280, height: 860 };
const narrow = { width: 560, height: 700 };
const sizes = {
  wide,
  'beside code': { width: 740, height: 860 },
  narrow,
  'at 400 % zoom': { width: 320, height: 225 },
};

const labels: Readonly<Record<Side, string>> = { left: 'GPT-5.5', right: 'Claude Opus 4.7' };
const done = viewOf(leftDone, rightDone, {
  comparisonId: 'done',
  choices: acceptHunk({}, 'left-1-1', { left: leftDone.hunks, right: rightDone.hunks }),
});
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
  let browser: LaunchedBrowser;
  let gallery: GalleryPage;
  before(async function () {
    this.timeout(300_000);
    browser = await launchBrowser();
  });
  beforeEach(async () => {
    const theme = galleryThemes.find(({ name }) => name === 'dark');
    assert.ok(theme !== undefined);
    gallery = await GalleryPage.open({ ...galleryFolders, context: browser.context, theme, size: wide });
  });
  afterEach(async () => {
    const { faults } = gallery;
    await gallery.close();
    assert.deepEqual(faults, []);
  });
  after(() => browser.close());

  const region = (side: Side) => gallery.page.getByRole('region', { name: new RegExp(`^${labels[side]}`) });
  const topOf = async (locator: Locator) => (await locator.boundingBox())?.y;

  for (const [name, size] of Object.entries(sizes)) {
    it(`keeps the names that people and scripts rely on (${name})`, async () => {
      const { page } = gallery;
      await page.setViewportSize(size);
      await gallery.show(done);
      await page.getByRole('main', { name: 'Comparison', exact: true }).waitFor();
      for (const side of sides) {
        const { hunks } = done[side];
        assert.match(await region(side).getByRole('status').innerText(), /^Done in /);
        assert.equal(
          await region(side)
            .getByRole('group', { name: /^Hunk / })
            .count(),
          hunks.length,
        );
        const first = `Hunk 1 of ${hunks.length}, src/basket.ts line ${(hunks[0]?.baseStart ?? 0) + 1}`;
        await region(side).getByRole('group', { name: first, exact: true }).waitFor();
        await page.getByRole('button', { name: `Accept all from ${labels[side]}`, exact: true }).click();
        await page.getByRole('button', { name: `Accept hunk 1 from ${labels[side]}`, exact: true }).click();
        await page.getByRole('button', { name: `Reject hunk 1 from ${labels[side]}`, exact: true }).click();
      }
      await page.getByRole('button', { name: 'Apply accepted hunks', exact: true }).click();
      await page.getByRole('button', { name: 'Neither is right', exact: true }).click();
      const accepted = page.getByRole('button', { name: 'Accept hunk 1 from GPT-5.5', exact: true });
      assert.equal(await accepted.getAttribute('aria-pressed'), 'true');
      assert.deepEqual(
        (await gallery.posted()).slice(1).map(({ type }) => type),
        [
          ...['side-accepted', 'hunk-reopened', 'hunk-rejected'],
          ...['side-accepted', 'hunk-accepted', 'hunk-reopened'],
          ...['accepted-applied', 'comparison-declined'],
        ],
      );
    });

    it(`shows each thing that the keyboard reaches, and where the focus is (${name})`, async () => {
      const { page } = gallery;
      await page.setViewportSize(size);
      await gallery.show(done);
      const reached = new Set<string>();
      for (let press = 0; press < 60; press += 1) {
        await page.keyboard.press('Tab');
        const focus = await page.evaluate(() => {
          const element = document.activeElement;
          if (element === null || element === document.body) return null;
          const { top, bottom, left, right } = element.getBoundingClientRect();
          const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
          const isCode = element.matches('.code, .code *');
          const isInSight = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
          return { name, isCode, isInSight, outline: getComputedStyle(element).outlineStyle };
        });
        if (focus === null) break;
        if (!focus.isCode) reached.add(focus.name);
        assert.ok(focus.isInSight, `${focus.name} is in sight`);
        assert.notEqual(focus.outline, 'none', `${focus.name} shows the focus`);
      }
      for (const wanted of ['Accept all from Claude Opus 4.7', 'Apply accepted hunks', 'Neither is right']) {
        const isReached = [...reached].some((name) => name.startsWith(wanted));
        assert.ok(isReached, `${wanted} among ${[...reached].join(', ')}`);
      }
    });

    it(`never scrolls sideways as a whole (${name})`, async () => {
      const { page } = gallery;
      await page.setViewportSize(size);
      await gallery.show(done);
      for (const shown of ['Against each other', 'Rows', 'Result', 'What was sent', 'Against my code']) {
        await page.getByRole('button', { name: shown, exact: true }).click();
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth > 0), false, shown);
      }
    });
  }

  it('turns to a side in the narrow layout by tab, by arrow key and by whatever brings the focus there', async () => {
    const { page } = gallery;
    await page.setViewportSize(narrow);
    await gallery.show(done);
    const tab = (side: Side, selected: boolean) =>
      page.getByRole('tab', { name: new RegExp(`^${labels[side]}`), selected });
    const isInSight = (side: Side) =>
      region(side).evaluate((element) => {
        const { left, right } = element.getBoundingClientRect();
        return left >= -1 && right <= innerWidth + 1;
      });
    await tab('right', false).click();
    await tab('right', true).waitFor();
    assert.deepEqual([await isInSight('left'), await isInSight('right')], [false, true]);
    await page.keyboard.press('ArrowLeft');
    await tab('left', true).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('role')), 'tab');
    await region('right')
      .getByRole('group', { name: /^Hunk 2/ })
      .focus();
    await tab('right', true).waitFor();
    await page.setViewportSize({ ...narrow, width: 480 });
    assert.equal(await isInSight('right'), true, 'a narrower window goes on showing the same side');
  });

  it('moves nothing that somebody reads or is about to press while an answer streams', async () => {
    const { page } = gallery;
    await gallery.show(writing);
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
      await gallery.post(growth(writing, written, text));
      written += text;
      assert.deepEqual(await Promise.all(watched.map(topOf)), before);
    }
  });

  it('says nothing aloud while words stream in, and says how it ended', async () => {
    const { page } = gallery;
    await gallery.show(writing);
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
      await gallery.post(growth(writing, written, `word ${word} `));
      written += `word ${word} `;
    }
    assert.deepEqual(await heard(), []);
    const { prose: _prose, thinking: _thinking, side: _side, label: _label, effort: _effort, ...change } = leftDone;
    const payload = { side: 'left', attempt: leftDone.attempt, change } as const;
    await gallery.post({ type: 'side-changed', comparisonId: writing.comparisonId, payload });
    assert.ok((await heard()).some((text) => text.includes('Done in 9.4 s')));
  });

  it('asks nobody again who meant to cancel a moment too late', async () => {
    const { page } = gallery;
    await gallery.show(writing);
    const button = region('left').locator('.side-heading button');
    await button.hover();
    const { prose: _prose, thinking: _thinking, side: _side, label: _label, effort: _effort, ...change } = leftDone;
    const payload = { side: 'left', attempt: leftDone.attempt, change } as const;
    await gallery.post({ type: 'side-changed', comparisonId: writing.comparisonId, payload });
    await button.evaluate((element) => (element as HTMLElement).click());
    assert.deepEqual(
      (await gallery.posted()).map(({ type }) => type),
      ['panel-ready'],
    );
    await page.waitForTimeout(700);
    await button.click();
    assert.equal((await gallery.posted()).at(-1)?.type, 'answer-asked-again');
  });

  it('shows hostile text as text: no element, no address but https, no character that hides', async () => {
    const { page } = gallery;
    const prose = [
      '<img src=x onerror=alert(1)> <script>alert(1)</script> <style>*{display:none}</style>',
      '[click](javascript:alert(1)) [data](data:text/html,x) [command](command:workbench.action.quit)',
      '![pixel](https://example.com/pixel.png) [fine](https://example.com/ "title")',
      '`code with \u202e override` and \u2066words\u2069 \u2764\ufe0f',
      '```ts\nconst isAdmin = false; /* \u202e } \u2066 */\n```',
    ].join('\n\n');
    const path = 'src/\u202egpj.ts<img src=x>';
    await gallery.show(
      viewOf({ ...leftDone, prose }, rightDone, {
        comparisonId: 'hostile',
        task: { kind: 'fix', path, lines: null, instruction: '<b>bold</b>', scripted: false },
      }),
    );
    const shown = page.getByRole('main', { name: 'Comparison' });
    assert.equal(await shown.locator('img, script, style, iframe, b:has-text("bold")').count(), 0);
    const addresses = await shown.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    // An image becomes a link that nobody has to follow.
    assert.deepEqual(addresses, ['https://example.com/pixel.png', 'https://example.com/']);
    assert.match(await shown.locator('header.task').innerText(), /src\/\[U\+202E\]gpj\.ts<img src=x>/);
    assert.match(await shown.locator('.prose .plain-code').innerText(), /\[U\+202E\] \} \[U\+2066\]/);
    const words = await shown.locator('.prose').first().innerText();
    assert.match(words, /code with \[U\+202E\] override and \[U\+2066\]words\[U\+2069\] \u2764\ufe0f/);
    await shown.getByRole('link', { name: 'fine' }).click();
    assert.deepEqual((await gallery.posted()).at(-1), {
      type: 'link-opened',
      comparisonId: 'hostile',
      payload: { address: 'https://example.com/' },
    });
  });

  it('is found as it was left: the page, what was unfolded, and where it was scrolled to', async () => {
    const { page } = gallery;
    await page.setViewportSize({ width: 1280, height: 420 });
    await gallery.show(done);
    const unfold = region('left')
      .getByRole('button', { name: /^Show all/ })
      .first();
    const name = (await unfold.getAttribute('aria-label')) ?? '';
    await unfold.click();
    await page.evaluate(() => window.scrollTo(0, 240));
    const savedTop = () => page.evaluate(() => JSON.parse(sessionStorage.getItem('state') ?? '{}').scrollTop);
    await waitUntil('the place to be saved', async () => ((await savedTop()) === 240 ? true : undefined));
    await gallery.reload(done);
    const top = () => page.evaluate(() => window.scrollY);
    await waitUntil('the place where it was left', async () => ((await top()) === 240 ? true : undefined));
    assert.equal(await region('left').getByRole('button', { name, exact: true }).count(), 0);
    // Each page has a place of its own.
    await page.getByRole('button', { name: 'Rows', exact: true }).click();
    assert.equal(await top(), 0);
    await page.getByRole('button', { name: 'Against my code', exact: true }).click();
    assert.equal(await top(), 240);
  });

  it('keeps still for those who ask for less motion, and is told apart without colours', async () => {
    const { page } = gallery;
    await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' });
    await gallery.show(
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
