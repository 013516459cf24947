import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from '../../src/models/scripted/answers/umbrella/umbrellaPicture.ts';
import { onePixel, openAiImage } from '../wire/imageReplies.ts';
import { answerReply } from '../wire/replies.ts';
import { accessibilityViolations } from './gallery/accessibility.ts';
import { eventually } from './workbench/eventually.ts';
import { ImageTab } from './workbench/imageTab.ts';
import { useWorkbench } from './workbench/useWorkbench.ts';
import { waitUntil } from './workbench/waitUntil.ts';
import { storeKeys, useWiredWorkbench } from './workbench/wireWorkbench.ts';

const command = 'Create image with both models…';
const asked = 'An icon of an umbrella';
const title = `Image: ${asked}`;
const gpt = 'GPT-5.5';
const claude = 'Claude Opus 4.7';
const dot = '<svg viewBox="0 0 8 8"><circle cx="4" cy="4" r="3"/></svg>';

/** What axe finds in a panel as it is; the tab above it is its heading. */
function faultsOf({ frame }: ImageTab): Promise<readonly string[]> {
  return accessibilityViolations(frame, {
    rules: ['page-has-heading-one', 'label-content-name-mismatch'],
    ownColours: [],
    coloursOnly: false,
  });
}

describe('Creating an image asset with scripted answers', () => {
  const workbench = useWorkbench({
    settings: { 'tiebreak.scriptedAnswers': true, 'files.autoSave': 'off', 'files.simpleDialog.enable': true },
    viewport: { width: 1400, height: 1000 },
  });
  const inWorkspace = (path: string) => join(workbench().workspaceFolder, path);
  let tab: ImageTab;

  /** Waits until the dialog proposes this place, and agrees to it. */
  async function acceptPlace(path: string): Promise<void> {
    const { quickInput } = workbench();
    await quickInput.waitForValue(new RegExp(`/${path}$`));
    await quickInput.pressButton('OK');
  }

  /** What is on the clipboard, once it begins like this. */
  async function copied(beginning: string): Promise<string> {
    const { page, context } = workbench();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    return waitUntil(`the clipboard to begin with ${beginning}`, async () => {
      const text = await page.evaluate(() => navigator.clipboard.readText());
      return text.startsWith(beginning) ? text : undefined;
    });
  }

  it('says beforehand what is sent and what it can cost, and shows partial pictures as they come', async () => {
    await mkdir(inWorkspace('public'));
    await workbench().run(`Tiebreak: ${command}`);
    const draft = await ImageTab.of(workbench(), 'Image asset');
    await workbench().screenshot('image-empty');
    const wish = draft.main.getByRole('textbox', { name: 'What should be in the picture?' });
    assert.equal(
      await wish.getAttribute('maxlength'),
      '8000',
      'nothing longer is taken, so nothing longer can be typed',
    );
    await wish.fill(asked);
    await draft.main.getByText(/GPT-5\.5: at most \$\d/).waitFor();
    await draft.main.getByText('What is sent').click();
    await draft.main.getByText('"type": "image_generation"').waitFor();
    await workbench().screenshot('image-what-is-sent');
    assert.deepEqual(await faultsOf(draft), []);
    await draft.main.getByRole('textbox').press('Control+Enter');
    tab = await ImageTab.of(workbench(), title);
    await tab.waitForStatus(gpt, 'Partial picture 1');
    await workbench().screenshot('image-partial');
    await tab.waitForStatus(gpt, 'Partial picture 2');
    await tab.waitForStatus(gpt, 'Complete');
    await tab.waitForStatus(claude, 'Complete');
    await workbench().screenshot('image-done');
    assert.deepEqual(await faultsOf(tab), []);
  });

  it('shows both on three grounds and in icon sizes, and says what was taken out of the drawing', async () => {
    const width = async (label: typeof gpt | typeof claude) =>
      tab.picture(label).evaluate((image) => (image as HTMLImageElement).naturalWidth);
    assert.equal(await width(gpt), 256);
    assert.ok((await width(claude)) > 0, 'the drawing is drawn');
    const source = decodeURIComponent((await tab.picture(claude).getAttribute('src')) ?? '');
    assert.match(source, /^data:image\/svg\+xml/);
    assert.doesNotMatch(source, /<script|onload|stats\.invalid/);
    await tab.side(claude).getByText('<script>', { exact: true }).waitFor();
    await tab.side(claude).getByText('href="https://stats.invalid/pixel.png"', { exact: true }).waitFor();
    for (const ground of ['Light', 'Dark', 'Checkerboard']) {
      await tab.press(ground);
      await tab.side(claude).locator(`.stage.${ground.toLowerCase()}`).waitFor();
    }
    await tab.press('32 pixels');
    assert.equal((await tab.picture(claude).boundingBox())?.width, 32);
    await tab.press('Free');
  });

  it('is drawn in the colours of each theme', async () => {
    for (const theme of ['light', 'high-contrast-light', 'high-contrast-dark', 'dark'] as const) {
      await workbench().setTheme(theme);
      await tab.waitForStatus(claude, 'Complete');
      await workbench().screenshot(`image-done-${theme}`);
    }
  });

  it('proposes alt texts that can be changed, and saves where the person says', async () => {
    const { notifications } = workbench();
    await eventually(async () => assert.match(await tab.altText(gpt).inputValue(), /^An open red umbrella/));
    await eventually(async () => assert.match(await tab.altText(claude).inputValue(), /^A blue umbrella/));
    await tab.altText(claude).fill('A blue "umbrella"');
    await tab.press(`Save…: ${claude}`);
    // In the folder that the project has for it.
    await acceptPlace('public/umbrella.svg');
    await notifications.waitFor('Picture saved as public/umbrella.svg.');
    const svg = await readFile(inWorkspace('public/umbrella.svg'), 'utf8');
    assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    assert.doesNotMatch(svg, /<script|onload|stats\.invalid/);
    await workbench().screenshot('image-saved');
    await tab.press(`Copy <img> tag: ${claude}`);
    assert.equal(await copied('<img'), '<img src="public/umbrella.svg" alt="A blue &quot;umbrella&quot;">');
    await tab.press(`Copy alt text: ${gpt}`);
    assert.match(await copied('An open'), /^An open red umbrella/);
    await tab.press(`Copy SVG: ${claude}`);
    assert.equal(await copied('<svg'), svg);
  });

  it('never replaces a file that is there without asking', async () => {
    const { quickInput, notifications } = workbench();
    const path = inWorkspace('public/umbrella.png');
    await writeFile(path, 'mine');
    await tab.press(`Save…: ${gpt}`);
    await acceptPlace('public/umbrella.png');
    await quickInput.message(/umbrella\.png already exists/).waitFor();
    await workbench().screenshot('image-replace');
    await quickInput.pressButton('Cancel');
    await quickInput.message('Save picture').waitFor();
    await quickInput.dismiss();
    assert.equal(await readFile(path, 'utf8'), 'mine');
    await tab.press(`Save…: ${gpt}`);
    await acceptPlace('public/umbrella.png');
    await quickInput.message(/umbrella\.png already exists/).waitFor();
    await quickInput.pressButton('OK');
    await notifications.waitFor('Picture saved as public/umbrella.png.');
    assert.equal((await readFile(path)).toString('base64'), finished);
    assert.equal(existsSync(inWorkspace('public/umbrella.png.png')), false);
  });

  it('keeps what was paid for over a reload', async () => {
    await workbench().load();
    const again = await ImageTab.of(workbench(), title);
    await again.waitForStatus(gpt, 'Complete');
    await eventually(async () => assert.equal(await again.altText(claude).inputValue(), 'A blue "umbrella"'));
    assert.equal(await again.picture(gpt).evaluate((image) => (image as HTMLImageElement).naturalWidth), 256);
  });
});

describe('Creating an image asset over the wire', () => {
  const { workbench, wire } = useWiredWorkbench({
    settings: { 'files.simpleDialog.enable': true },
    trust: true,
    viewport: { width: 1400, height: 1000 },
  });
  let tab: ImageTab;

  it('is refused in Restricted Mode before anything is asked', async () => {
    const { dialog, notifications, page } = workbench();
    await dialog.press(/No, I don't trust/);
    await workbench().run(`Tiebreak: ${command}`);
    await notifications.waitFor(/Restricted Mode, so Tiebreak sends nothing/);
    assert.equal(await page.locator('.tab').filter({ hasText: 'Image asset' }).count(), 0);
    await notifications.press(/Restricted Mode/, 'Manage workspace trust');
    await page.getByRole('button', { name: 'Trust', exact: true }).first().click();
    await page.locator('.workspace-trust-editor.trusted').waitFor();
    await workbench().load();
    await storeKeys(workbench());
  });

  it('asks with what was chosen; one side that is refused leaves the other alone', async () => {
    const { explorer } = workbench();
    const blocked = { code: 'moderation_blocked', type: 'error', message: 'The safety system held it back.' };
    wire().reset();
    wire().order({ provider: 'openai', next: [openAiImage({ result: null, error: blocked })] });
    wire().order({ provider: 'anthropic', next: [answerReply({ prose: `Alt text: A dot.\n${dot}` })] });
    await mkdir(join(workbench().workspaceFolder, 'web'));
    await explorer.refresh();
    await explorer.chooseFromContextMenu('web', command);
    const draft = await ImageTab.of(workbench(), 'Image asset');
    await draft.ask('A dot', { Size: 'Wide, 1536 × 1024', Background: 'Opaque', Format: 'WEBP', Quality: 'High' });
    tab = await ImageTab.of(workbench(), 'Image: A dot');
    await tab.waitForStatus(gpt, 'Failed');
    await tab.side(gpt).getByText('declined to answer this: The safety system held it back.').waitFor();
    await tab.waitForStatus(claude, 'Complete');
    await workbench().screenshot('image-refused');
    assert.deepEqual(await faultsOf(tab), []);
    const request = wire().requests.find(({ provider }) => provider === 'openai');
    const [tool] = (request?.body.tools ?? []) as readonly Record<string, unknown>[];
    assert.deepEqual(
      [tool?.type, tool?.size, tool?.background, tool?.output_format, tool?.quality],
      ['image_generation', '1536x1024', 'opaque', 'webp', 'high'],
    );
  });

  it('asks the failed side alone again, and counts what the picture took', async () => {
    const { statusBar } = workbench();
    wire().reset();
    const made = openAiImage({ text: 'Alt text: A dot.', partials: [onePixel], result: onePixel });
    wire().order({ provider: 'openai', next: [made] });
    await tab.press(`Ask ${gpt} again`);
    await tab.waitForStatus(gpt, 'Complete');
    assert.deepEqual(
      wire().requests.map(({ provider }) => provider),
      ['openai'],
    );
    // 300 and 90 tokens of the model, 50 and 1,256 of the picture.
    await tab.side(gpt).getByText('$0.0421', { exact: true }).waitFor();
    await eventually(async () => assert.equal(await tab.altText(gpt).inputValue(), 'A dot.'));
    await statusBar.waitForText('tiebreak.tiebreak.spend', /\$0\.[0-9]*[1-9]/);
    await workbench().screenshot('image-wired');
  });

  it('proposes the folder that it was called on, and writes nowhere where nothing may be written', async () => {
    const { quickInput, notifications } = workbench();
    await mkdir(join(workbench().workspaceFolder, '.git'));
    await tab.press(`Save…: ${gpt}`);
    await quickInput.waitForValue(/\/web\/dot\.png$/);
    await quickInput.input.fill(join(workbench().workspaceFolder, '.git', 'dot.png'));
    await quickInput.pressButton('OK');
    await notifications.waitFor(/\.git/);
    assert.equal(existsSync(join(workbench().workspaceFolder, '.git', 'dot.png')), false);
    await tab.press(`Save…: ${gpt}`);
    await quickInput.waitForValue(/\/web\/dot\.png$/);
    await quickInput.pressButton('OK');
    await notifications.waitFor('Picture saved as web/dot.png.');
    const written = await readFile(join(workbench().workspaceFolder, 'web', 'dot.png'));
    assert.equal(written.toString('base64'), onePixel);
  });

  it('is kept when its panel is closed, and can be reopened', async () => {
    const { quickInput } = workbench();
    await workbench().run('View: Close Editor');
    await workbench().run('Tiebreak: Reopen image…');
    await quickInput.pick('A dot');
    const again = await ImageTab.of(workbench(), 'Image: A dot');
    await again.waitForStatus(gpt, 'Complete');
    await again.waitForStatus(claude, 'Complete');
  });
});
