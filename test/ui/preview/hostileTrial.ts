import assert from 'node:assert/strict';
import type { WireServer } from '../../wire/wireServer.ts';
import { orderEdits, writeInto } from '../review/invoiceTask.ts';
import { ComparisonTab, type ContenderLabel } from '../workbench/comparisonTab.ts';
import { PreviewTab } from '../workbench/previewTab.ts';
import { storeKeys } from '../workbench/wireWorkbench.ts';
import type { Workbench } from '../workbench/workbench.ts';
import type { Canaries } from './canaries.ts';
import type { HostilePage } from './hostilePage.ts';

/** How long a page has for whatever it tries, in milliseconds. */
const timeToTry = 500;

const labels: readonly ContenderLabel[] = ['GPT-5.5', 'Claude Opus 4.7'];

/** Nothing to wait for tells that nothing will come. */
export const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Hostile pages in a preview beside canaries: shown on both sides, and asked what they got at. */
export class HostileTrial {
  readonly pages: readonly HostilePage[];
  readonly #workbench: Workbench;
  readonly #canaries: Canaries;

  constructor(workbench: Workbench, canaries: Canaries, pages: readonly HostilePage[]) {
    this.#workbench = workbench;
    this.#canaries = canaries;
    this.pages = pages;
  }

  /** In how many frames pages are tried. */
  get runs(): number {
    return labels.length * this.pages.length;
  }

  pathOf(page: HostilePage): string {
    return `pages/${String(this.pages.indexOf(page)).padStart(2, '0')}-${page.file}`;
  }

  /**
   * Has both models answer with all the pages, and opens the preview of it.
   *
   * @param others further pages, by path
   */
  async open(wire: WireServer, others: Readonly<Record<string, string>> = {}): Promise<PreviewTab> {
    await storeKeys(this.#workbench);
    const texts = { ...Object.fromEntries(this.pages.map((page) => [this.pathOf(page), page.text])), ...others };
    const files = Object.entries(texts).map(([path, text]) => ({ kind: 'create', path, text }) as const);
    await writeInto(this.#workbench, 'src/shop.txt', 'A shop.\n');
    orderEdits(wire, files, files);
    await this.#workbench.editor.open('src/shop.txt');
    await this.#workbench.run('Tiebreak: Compare fix with both models');
    const comparison = await ComparisonTab.of(this.#workbench, 'Fix shop.txt');
    await comparison.waitUntilDone();
    await this.#workbench.run('Tiebreak: Open preview');
    return await PreviewTab.of(this.#workbench, 'shop.txt');
  }

  /** Lets both sides' scripts run from now on, as a person does. */
  async runScripts(): Promise<PreviewTab> {
    const first = await PreviewTab.of(this.#workbench, 'shop.txt');
    const scripted = this.pages.find(({ name }) => name === 'fetch');
    assert.ok(scripted !== undefined);
    await first.chooseFile(this.pathOf(scripted));
    await first.pageFrame('GPT-5.5', this.pathOf(scripted));
    await first.press('Run scripts of GPT-5.5’s page');
    const { dialog } = this.#workbench;
    await dialog.box.waitFor();
    assert.match(await dialog.text(), /A model wrote them.*host name.*bare connection/);
    await dialog.press(/Don’t Ask/);
    const second = await PreviewTab.offering(this.#workbench, 'shop.txt', 'Stop GPT-5.5’s page');
    await second.press('Run scripts of Claude Opus 4.7’s page');
    return await PreviewTab.offering(this.#workbench, 'shop.txt', 'Stop Claude Opus 4.7’s page');
  }

  /** Shows every page on both sides, and gives what reached a canary or got out, each with its page's name. */
  async tryAll(tab: PreviewTab, isScripted: boolean): Promise<readonly string[]> {
    const faults: string[] = [];
    let ran = 0;
    for (const page of this.pages) {
      this.#canaries.reset();
      await tab.chooseFile(this.pathOf(page));
      for (const label of labels) {
        const frame = await tab.pageFrame(label, this.pathOf(page));
        // A page that navigates is gone by the time it is clicked; then it had its chance.
        if (page.click !== undefined) await frame.click(page.click, { timeout: 2000 }).catch(() => undefined);
      }
      await pause(timeToTry);
      for (const label of labels) {
        const told = await this.#toldBy(tab, label, page);
        if (told.escaped !== null) faults.push(`${page.name}: got at ${told.escaped}`);
        if (!isScripted && told.ran) faults.push(`${page.name}: its script ran`);
        if (isScripted && page.mounts && !page.leaves) assert.ok(told.ran, `${page.name} ran`);
        if (told.ran) ran += 1;
      }
      faults.push(...this.#canaries.hits().map((hit) => `${page.name}: ${hit}`));
    }
    // One that leads its frame elsewhere is gone by then.
    const scripted = this.pages.filter(({ text, leaves }) => text.includes('dataset.ran') && !leaves).length;
    if (isScripted) assert.ok(ran >= scripted, `${ran} ran`);
    assert.equal(await tab.main.getByText('owned').count(), 0);
    assert.equal(await tab.frame.evaluate(() => 'polluted' in {}), false);
    return faults;
  }

  async #toldBy(tab: PreviewTab, label: ContenderLabel, page: HostilePage) {
    const frame = await tab.pageFrame(label, this.pathOf(page));
    return await frame
      .evaluate(() => ({
        escaped: document.querySelector<HTMLElement>('[data-escaped]')?.dataset['escaped'] ?? null,
        ran: document.documentElement.dataset['ran'] !== undefined,
      }))
      .catch(() => ({ escaped: null, ran: false }));
  }
}
