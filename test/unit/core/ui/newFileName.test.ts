import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkPath } from '../../../../src/core/edits/pathRules.ts';
import { newFileName } from '../../../../src/core/ui/newFileName.ts';

const html = { framework: 'html', typescript: false, tailwind: false } as const;
const tsx = { framework: 'react', typescript: true, tailwind: false } as const;

describe('newFileName', () => {
  it('is taken from what is asked, in the manner of its kind', () => {
    const cases: readonly (readonly [string, string, string])[] = [
      ['A pricing page with three plans', 'pricing-page.html', 'PricingPage.tsx'],
      ['Please create a login form for our customers', 'login-form.html', 'LoginForm.tsx'],
      ['data table', 'table.html', 'Table.tsx'],
      ['OrderList', 'order-list.html', 'OrderList.tsx'],
      ['404 page', '404-page.html', 'View404Page.tsx'],
    ];
    for (const [asked, page, component] of cases) {
      assert.equal(newFileName(asked, html, null, 1), page);
      assert.equal(newFileName(asked, tsx, null, 1), component);
    }
  });

  it('is taken from the source where the instruction names nothing, and is there in any case', () => {
    assert.equal(newFileName('Show this data', html, 'orders', 1), 'orders-view.html');
    assert.equal(newFileName('Show this data', tsx, 'best_sellers', 1), 'BestSellersView.tsx');
    assert.equal(newFileName('料金ページ', html, null, 1), 'new-page.html');
    assert.equal(newFileName('', tsx, null, 1), 'NewPage.tsx');
  });

  it('differs when names are taken', () => {
    assert.equal(newFileName('Pricing', html, null, 2), 'pricing-2.html');
    assert.equal(newFileName('Pricing', tsx, null, 3), 'Pricing3.tsx');
  });

  it('is a path that may be written, whatever is asked', () => {
    const asked = [
      '../../etc/passwd',
      'aux',
      '.env',
      '.git/config',
      'con con con',
      'x'.repeat(500),
      '\u202e evil',
      '<p>',
    ];
    for (const text of asked) {
      for (const kind of [html, tsx]) {
        const name = newFileName(text, kind, null, 1);
        const checked = checkPath(name);
        assert.deepEqual(checked, { path: name }, `${text} gave ${name}`);
      }
    }
  });
});
