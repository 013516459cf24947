import assert from 'node:assert/strict';
import { type Side, sides } from '../../src/core/side.ts';
import { done, labels, useGallery } from './gallery/useGallery.ts';
import { eventually } from './workbench/eventually.ts';

const narrow = { width: 560, height: 700 };
const sizes = {
  wide: { width: 1280, height: 860 },
  'beside code': { width: 740, height: 860 },
  narrow,
  'at 400 % zoom': { width: 320, height: 225 },
};

describe('The panel in every width', () => {
  const { gallery, region } = useGallery();

  for (const [name, size] of Object.entries(sizes)) {
    it(`keeps the names that people and scripts rely on (${name})`, async () => {
      const { page } = gallery();
      await page.setViewportSize(size);
      await gallery().show(done);
      await page.getByRole('main', { name: 'Comparison', exact: true }).waitFor();
      for (const side of sides) {
        const { hunks } = done[side];
        await eventually(async () => assert.match(await region(side).getByRole('status').innerText(), /^Done in /));
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
      await eventually(async () => assert.equal(await accepted.getAttribute('aria-pressed'), 'true'));
      assert.deepEqual(
        (await gallery().posted()).slice(1).map(({ type }) => type),
        [
          ...['side-accepted', 'hunk-reopened', 'hunk-rejected'],
          ...['side-accepted', 'hunk-accepted', 'hunk-reopened'],
          ...['accepted-applied', 'comparison-declined'],
        ],
      );
    });

    it(`shows each thing that the keyboard reaches, and where the focus is (${name})`, async () => {
      const { page } = gallery();
      await page.setViewportSize(size);
      await gallery().show(done);
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
      const { page } = gallery();
      await page.setViewportSize(size);
      await gallery().show(done);
      for (const shown of ['Against each other', 'Rows', 'Result', 'What was sent', 'Against my code']) {
        await page.getByRole('button', { name: shown, exact: true }).click();
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth > 0), false, shown);
      }
    });
  }

  it('turns to a side in the narrow layout by tab, by arrow key and by whatever brings the focus there', async () => {
    const { page } = gallery();
    await page.setViewportSize(narrow);
    await gallery().show(done);
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
    await eventually(async () =>
      assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('role')), 'tab'),
    );
    await region('right')
      .getByRole('group', { name: /^Hunk 2/ })
      .focus();
    await tab('right', true).waitFor();
    await page.setViewportSize({ ...narrow, width: 480 });
    assert.equal(await isInSight('right'), true, 'a narrower window goes on showing the same side');
  });
});
