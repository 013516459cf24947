import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readImageHeader } from '../../src/core/images/imageHeader.ts';
import { carefulOrders } from '../../src/models/scripted/answers/orders/carefulOrders.ts';
import { plainOrders } from '../../src/models/scripted/answers/orders/plainOrders.ts';
import { pngFile, stripes } from '../images/pngFile.ts';
import { imagesIn } from '../images/sentImages.ts';
import { answerReply } from '../wire/replies.ts';
import { ComparisonTab } from './workbench/comparisonTab.ts';
import { eventually } from './workbench/eventually.ts';
import { PreviewTab } from './workbench/previewTab.ts';
import { storeKeys, useWiredWorkbench } from './workbench/wireWorkbench.ts';

const mockup = 'mockups/orders.png';
const made = 'mockups/orders-view.html';

describe('Images of a task', () => {
  const { workbench, wire } = useWiredWorkbench();
  const title = 'UI in orders-view.html';

  it('go from a right-click on a mock-up into the draft, to both models and into two pages', async () => {
    const { page, explorer, quickInput } = workbench();
    await storeKeys(workbench());
    for (const [provider, text] of [
      ['openai', carefulOrders],
      ['anthropic', plainOrders],
    ] as const) {
      wire().order({
        provider,
        always: answerReply({ prose: 'As in the mock-up.', edits: [{ kind: 'create', path: made, text }] }),
      });
    }
    await explorer.chooseFromContextMenu(mockup, 'Generate UI with both models…');
    await quickInput.input.waitFor();
    await eventually(async () => assert.equal(await quickInput.input.inputValue(), 'Build this'));
    await quickInput.answer('Build this');
    await quickInput.rows.filter({ hasText: `New file ${made}` }).waitFor();
    await page.locator('.quick-input-widget').getByRole('button', { name: 'Show what will be sent' }).click();
    const tab = await ComparisonTab.of(workbench(), title);
    await tab.waitForText('760 × 430 pixels · 13 kB PNG');
    await tab.waitForText(/GPT-5\.5: about \d+ tokens/);
    await tab.waitForText(/Claude Opus 4\.7: about \d+ tokens/);
    await tab.waitForText(`1. ${mockup}, 760 × 430 pixels`);
    const thumbnail = tab.main.getByRole('img', { name: `Show ${mockup} large` });
    assert.deepEqual(
      await thumbnail.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]),
      [760, 430],
    );
    await workbench().screenshot('images-draft');
    assert.equal(wire().requests.length, 0);
    await tab.press('Send to both models');
    await tab.waitUntilDone();
    const original = await readFile(join(workbench().workspaceFolder, mockup));
    assert.deepEqual(
      wire()
        .requests.map(({ provider }) => provider)
        .toSorted(),
      ['anthropic', 'openai'],
    );
    for (const { provider, body } of wire().requests) {
      const [image, ...others] = imagesIn(provider, body);
      assert.equal(others.length, 0);
      assert.equal(image?.mediaType, 'image/png');
      assert.deepEqual(image?.bytes, original, `${provider} gets the file itself`);
    }
    await tab.button('Open a preview of both results').first().click();
    const preview = await PreviewTab.of(workbench(), 'orders-view.html');
    await preview.page('GPT-5.5').getByRole('heading', { name: 'Today’s orders' }).waitFor();
    await preview.page('Claude Opus 4.7').getByText('Today’s orders').waitFor();
    await workbench().screenshot('images-preview');
  });

  it('stay part of the conversation in a follow-up', async () => {
    const preview = await PreviewTab.of(workbench(), 'orders-view.html');
    await preview.main.getByRole('button', { name: 'Show comparison' }).click();
    const tab = await ComparisonTab.of(workbench(), title);
    wire().reset();
    for (const provider of ['openai', 'anthropic'] as const) {
      wire().order({ provider, always: answerReply({ prose: 'So it is.' }) });
    }
    const field = tab.main.getByRole('textbox', { name: 'Follow-up' });
    await field.fill('Is that all?');
    await field.press('Control+Enter');
    await tab.waitForText('So it is.');
    assert.equal(wire().requests.length, 2);
    for (const { provider, body } of wire().requests) assert.equal(imagesIn(provider, body).length, 1);
  });

  it('are pasted into a draft, made to fit both models, and sent without what else the file says', async () => {
    const { editor, quickInput } = workbench();
    wire().reset();
    for (const provider of ['openai', 'anthropic'] as const) {
      wire().order({ provider, always: answerReply({ prose: 'Seen.' }) });
    }
    await editor.open('src/shop.ts');
    await workbench().run('Tiebreak: Show what will be sent');
    const tab = await ComparisonTab.of(workbench(), 'Fix shop.ts');
    await tab.waitForText('Nothing has been sent yet');
    const place = Buffer.from('Comment\0taken at home', 'latin1');
    const screenshot = pngFile(stripes(2880, 1800, 24), [['tEXt', place]]);
    await tab.paste('wrong total.png', screenshot);
    await tab.waitForText(/2880 × 1800 pixels, sent as \d+ × \d+ · \d+ kB PNG/);
    await tab.paste('letter.png', Buffer.from('Dear all'));
    await tab.waitForText('letter.png is no image, so it was not added.');
    await tab.press('Add image…');
    await quickInput.rows.filter({ hasText: mockup }).click();
    await workbench().page.locator('.quick-input-widget').getByRole('button', { name: 'OK' }).click();
    await tab.waitForText('760 × 430 pixels');
    await workbench().screenshot('images-pasted');
    await tab.main.getByRole('checkbox', { name: `Image ${mockup}` }).uncheck();
    await tab.press('Send to both models');
    await tab.waitForText('Seen.');
    const sent = wire().requests.map(({ provider, body }) => imagesIn(provider, body));
    assert.deepEqual(
      sent.map((images) => images.length),
      [1, 1],
    );
    const [left, right] = sent.map(([image]) => image?.bytes);
    assert.ok(left !== undefined && right !== undefined);
    assert.deepEqual(left, right, 'both get the same bytes');
    const header = readImageHeader(new Uint8Array(left));
    assert.ok(typeof header !== 'string');
    assert.ok(header.width < 2880 && header.width > 1500, `${header.width} wide`);
    assert.ok(Math.abs(header.width / header.height - 1.6) < 0.01);
    assert.ok(!left.includes('taken at home'));
  });

  it('are pasted with the keyboard from what was copied elsewhere', async () => {
    const { page, editor } = workbench();
    await editor.open('src/basket.ts');
    await workbench().run('Tiebreak: Show what will be sent');
    const tab = await ComparisonTab.of(workbench(), 'Fix basket.ts');
    await tab.waitForText('Nothing has been sent yet');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate(
      async (base64) => {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        await navigator.clipboard.write([new ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) })]);
      },
      pngFile(stripes(400, 250)).toString('base64'),
    );
    await tab.main.getByRole('heading', { name: 'What will be sent' }).click();
    await page.keyboard.press('Control+V');
    await tab.waitForText('400 × 250 pixels');
  });

  it('are added while an interface is asked for, and sent at once to the model that can see', async () => {
    const { page, quickInput } = workbench();
    wire().reset();
    wire().order({
      provider: 'openai',
      always: answerReply({ prose: 'Built.', edits: [{ kind: 'create', path: 'orders.html', text: carefulOrders }] }),
    });
    await workbench().changeSettings({ 'tiebreak.right.images': false });
    const widget = page.locator('.quick-input-widget');
    await workbench().run('View: Close All Editors');
    await workbench().run('Tiebreak: Generate UI with both models…');
    await widget.getByRole('button', { name: 'Add image…' }).click();
    await quickInput.rows.filter({ hasText: mockup }).click();
    await widget.getByRole('button', { name: 'OK' }).click();
    await widget.getByText(`With ${mockup}`).waitFor();
    await quickInput.waitForValue(/^Build this$/);
    await quickInput.input.fill('Our orders');
    await widget.getByRole('button', { name: 'Add image…' }).click();
    await quickInput.rows.filter({ hasText: mockup }).waitFor();
    await page.keyboard.press('Escape');
    await quickInput.waitForValue(/^Our orders$/);
    await workbench().screenshot('images-asked');
    await quickInput.answer('Our orders');
    await quickInput.pick('New file orders.html');
    const tab = await ComparisonTab.of(workbench(), 'UI in orders.html');
    await tab.waitForStatus('GPT-5.5', /Done/);
    await tab.waitForText('Claude Opus 4.7 cannot see images, so it was not asked');
    await workbench().screenshot('images-not-taken');
    const [only, ...others] = wire().requests;
    assert.equal(others.length, 0);
    assert.equal(imagesIn('openai', only?.body).length, 1);
  });
});
