import assert from 'node:assert/strict';
import { conflicting, explaining, failing, type ScreenAnswers, streaming, waiting } from './screens/screenAnswers.ts';
import { ComparisonTab } from './workbench/comparisonTab.ts';
import { waitUntil } from './workbench/waitUntil.ts';
import { storeKeys, useWiredWorkbench } from './workbench/wireWorkbench.ts';
import type { ThemeName } from './workbench/workbench.ts';

/** The size of window that most people have. */
const usual = { width: 1440, height: 900 };
const small = { width: 1000, height: 760 };

const bodyClasses: Readonly<Record<ThemeName, string>> = {
  dark: 'vscode-dark',
  light: 'vscode-light',
  'high-contrast-dark': 'vscode-high-contrast',
  'high-contrast-light': 'vscode-high-contrast-light',
};
const themes = Object.keys(bodyClasses) as readonly ThemeName[];

/** Something to look at: how to get there, and what has to be true before the picture is taken. */
interface Screen {
  readonly name: string;
  readonly tab: string;
  /** A button that shows the page; pressed only while it is not. */
  readonly page?: string;
  readonly size?: { readonly width: number; readonly height: number };
  readonly holds: (tab: ComparisonTab) => Promise<void>;
}

const screens: readonly Screen[] = [
  {
    name: 'choices',
    tab: 'Fix basket.ts',
    page: 'Against my code',
    holds: async (tab) => {
      await tab.waitUntilDone();
      await tab.waitForPressed(tab.accept(1, 'GPT-5.5'), true);
      await tab.waitForPressed(tab.reject(1, 'Claude Opus 4.7'), true);
      await tab.waitForText('2 hunks accepted: 1 from GPT-5.5 and 1 from Claude Opus 4.7');
      await tab.waitForText('1 overlapping hunk of Claude Opus 4.7 rejected by that');
      await tab.region('GPT-5.5').getByText('8.0k cached').waitFor();
    },
  },
  {
    name: 'narrow',
    tab: 'Fix basket.ts',
    page: 'Against my code',
    size: small,
    holds: async (tab) => {
      await tab.main.getByRole('tab', { name: /^GPT-5\.5/, selected: true }).waitFor();
      // The side that is not in sight is still there for scripts and screen readers; to touch it turns the page.
      await tab.reject(1, 'Claude Opus 4.7').hover();
      await tab.main.getByRole('tab', { name: /^Claude Opus 4\.7/, selected: true }).waitFor();
      await tab.main.getByRole('tab', { name: /^GPT-5\.5/ }).click();
      await tab.main.getByRole('tab', { name: /^GPT-5\.5/, selected: true }).waitFor();
    },
  },
  {
    name: 'against-each-other',
    tab: 'Fix basket.ts',
    page: 'Against each other',
    holds: (tab) => tab.waitForText('Claude Opus 4.7 leaves this as it is.'),
  },
  {
    name: 'rows',
    tab: 'Fix basket.ts',
    page: 'Rows',
    holds: async (tab) => {
      await tab.main.getByText('My choice').filter({ visible: true }).first().waitFor();
      await tab.waitForText('Not decided.');
    },
  },
  {
    name: 'result',
    tab: 'Fix basket.ts',
    page: 'Result',
    holds: async (tab) => {
      await tab.waitForText('for (let i = 0; i < lines.length; i++) {');
      await tab.waitForText(/new Intl/);
    },
  },
  {
    name: 'what-was-sent',
    tab: 'Fix basket.ts',
    page: 'What was sent',
    holds: (tab) => tab.waitForText('Both models got the same text at the same moment.'),
  },
  {
    name: 'streaming',
    tab: 'Fix server.ts',
    holds: async (tab) => {
      await tab.waitForStatus('GPT-5.5', /Writing/);
      await tab.waitForStatus('Claude Opus 4.7', /Thinking/);
      await tab.button('Cancel GPT-5.5').waitFor();
    },
  },
  {
    name: 'failed',
    tab: 'Fix search.go',
    holds: async (tab) => {
      await tab.region('GPT-5.5').getByRole('button', { name: 'Replace OpenAI key' }).waitFor();
      await tab
        .region('Claude Opus 4.7')
        .getByText(/broke off before the answer was complete/)
        .waitFor();
      await tab.waitForStatus('GPT-5.5', /Failed/);
    },
  },
  {
    name: 'cancelled',
    tab: 'Fix reservations.ts',
    holds: async (tab) => {
      await tab.waitForStatus('GPT-5.5', /Cancelled/);
      await tab.waitForStatus('Claude Opus 4.7', /Cancelled/);
    },
  },
  {
    name: 'settled',
    tab: 'Fix best_sellers.py',
    holds: (tab) => tab.waitForText(/Neither was right/),
  },
  {
    name: 'ask',
    tab: 'Ask about shop.ts',
    holds: async (tab) => {
      await tab.region('Claude Opus 4.7').getByRole('heading', { name: 'In short' }).waitFor();
      await tab.region('GPT-5.5').getByRole('table').waitFor();
    },
  },
  {
    name: 'draft',
    tab: 'Fix README.md',
    holds: async (tab) => {
      await tab.button('Send to both models').waitFor();
      await tab.waitForText('Nothing has been sent yet.');
    },
  },
];

describe('What a person sees', () => {
  const { workbench, wire } = useWiredWorkbench({ viewport: usual, settings: { 'tiebreak.idleTimeout': 900 } });

  const answer = ({ left, right }: ScreenAnswers) => {
    wire().reset();
    wire().order({ provider: 'openai', always: left });
    wire().order({ provider: 'anthropic', always: right });
  };

  const compare = async (path: string, answers: ScreenAnswers): Promise<ComparisonTab> => {
    answer(answers);
    await workbench().editor.open(path);
    await workbench().run('Tiebreak: Compare fix with both models');
    return ComparisonTab.of(workbench(), `Fix ${path.split('/').at(-1)}`);
  };

  /** Brings a comparison's tab to the front and gives its panel, in the theme of the window. */
  const show = async (title: string, theme: ThemeName): Promise<ComparisonTab> => {
    const { page } = workbench();
    await page.getByRole('tab', { name: title }).click();
    const tab = await ComparisonTab.of(workbench(), title);
    await tab.frame.locator(`body.${bodyClasses[theme]}`).waitFor();
    await page.mouse.move(usual.width / 4, usual.height - 60);
    return tab;
  };

  const waitForColours = async (tab: ComparisonTab, theme: ThemeName) => {
    const isDark = theme === 'dark' || theme === 'high-contrast-dark';
    await waitUntil('the colours of the theme', async () => {
      const bright = await tab.frame.evaluate(() => {
        const coloured = [...document.querySelectorAll<HTMLElement>('.line code span[style*="color"]')];
        const sums = coloured.map(({ style }) =>
          (style.color.match(/\d+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0),
        );
        return sums.length === 0 ? null : sums.reduce((sum, one) => sum + one, 0) / sums.length > 330;
      });
      return bright === isDark ? true : undefined;
    });
  };

  before(async function () {
    this.timeout(100_000);
    await storeKeys(workbench());
    const tab = await compare('src/basket.ts', conflicting);
    await tab.waitUntilDone();
    await tab.accept(1, 'GPT-5.5').click();
    await tab.accept(2, 'Claude Opus 4.7').click();
    // Each has asked before the next has the wire answer otherwise.
    const failed = await compare('warehouse/search.go', failing);
    await failed.waitForStatus('GPT-5.5', /Failed/);
    await failed.waitForText(/broke off before the answer was complete/);
    const streamed = await compare('src/server.ts', streaming);
    await streamed.waitForStatus('GPT-5.5', /Writing/);
    await streamed.waitForStatus('Claude Opus 4.7', /Thinking/);
    const cancelled = await compare('src/reservations.ts', streaming);
    await cancelled.waitForStatus('GPT-5.5', /Writing/);
    await cancelled.press('Cancel both');
    const settled = await compare('reports/best_sellers.py', explaining);
    await settled.waitForStatus('Claude Opus 4.7', /No edit/);
    await settled.press('Neither is right');
    answer(explaining);
    await workbench().editor.open('src/shop.ts');
    await workbench().run('Tiebreak: Ask both models…');
    await workbench().quickInput.answer('In what unit is money kept, and where is it rounded?');
    const asked = await ComparisonTab.of(workbench(), 'Ask about shop.ts');
    await asked.region('GPT-5.5').getByRole('table').waitFor();
    await asked.region('Claude Opus 4.7').getByRole('heading', { name: 'In short' }).waitFor();
    await workbench().editor.open('README.md');
    await workbench().run('Tiebreak: Show what will be sent');
    await ComparisonTab.of(workbench(), 'Fix README.md');
  });

  it('counts down to the next try, and lets nobody wait who does not want to', async () => {
    const tab = await compare('warehouse/go.mod', waiting);
    const countdown = tab.region('GPT-5.5').getByText(/Trying again in \d+ s \(try 1 of 2\)/);
    const first = await countdown.innerText();
    await workbench().screenshot('retrying');
    await waitUntil('the next second', async () => ((await countdown.innerText()) === first ? undefined : true));
    await tab.press('Cancel both');
    await tab.waitForStatus('GPT-5.5', /Cancelled/);
  });

  for (const theme of themes) {
    it(`shows every state of the panel (${theme})`, async () => {
      const { page } = workbench();
      await workbench().setTheme(theme);
      for (const { name, tab: title, page: button, size = usual, holds } of screens) {
        await page.setViewportSize(size);
        const tab = await show(title, theme);
        if (button !== undefined && (await tab.button(button).getAttribute('aria-pressed')) === 'false')
          await tab.press(button);
        await holds(tab);
        if ((await tab.frame.locator('.line code').count()) > 0) await waitForColours(tab, theme);
        await workbench().screenshot(`${name}.${theme}`);
      }
      await page.setViewportSize(usual);
    });

    it(`shows what was spent and how to begin (${theme})`, async () => {
      const { page, statusBar } = workbench();
      await workbench().setTheme(theme);
      const hover = await statusBar.hover('tiebreak.tiebreak.spend');
      assert.match(hover, /unknown, at most/, `what was cancelled is not free: ${hover}`);
      await workbench().screenshot(`spent.${theme}`);
      await page.keyboard.press('Escape');
      await workbench().run('Welcome: Open Walkthrough...');
      await workbench().quickInput.pick('Get started with Tiebreak');
      await page.getByRole('button', { name: 'Try it with scripted answers' }).first().waitFor();
      await workbench().screenshot(`walkthrough.${theme}`);
    });
  }
});
