import assert from 'node:assert/strict';
import type { Impact, Violation } from '../../../../src/core/preview/evidence.ts';
import { previewTexts } from '../../../../src/panel/preview/previewTexts.ts';
import { differenceSentence } from '../../../../src/webview/preview/differenceSentence.ts';

const texts = previewTexts({ t: (message) => message });
const violation = (rule: string, impact: Impact, count: number): Violation => ({
  rule,
  impact,
  count,
  help: '',
  elements: [],
});

describe('the sentence that tells two pages apart', () => {
  it('counts elements of the same impacts on both sides, and names the rules', () => {
    assert.equal(
      differenceSentence([], [violation('color-contrast', 'serious', 2), violation('label', 'serious', 1)], texts),
      'Left: 0 serious, right: 3 serious (contrast ×2, label)',
    );
  });

  it('tells the two worst impacts that either side has', () => {
    assert.equal(
      differenceSentence(
        [violation('image-alt', 'critical', 1), violation('region', 'moderate', 4)],
        [violation('label', 'serious', 1)],
        texts,
      ),
      'Left: 1 critical · 0 serious (image-alt), right: 0 critical · 1 serious (label)',
    );
  });

  it('stays a line where a page breaks many rules, and names the worst of them', () => {
    const many = [
      violation('region', 'serious', 3),
      ...['label', 'image-alt', 'button-name', 'link-name'].map((rule) => violation(rule, 'critical', 2)),
    ];
    assert.equal(
      differenceSentence(many, [], texts),
      'Left: 8 critical · 3 serious (label ×2, image-alt ×2, button-name ×2, 2 more), right: 0 critical · 0 serious',
    );
  });

  it('says so when there is none', () => {
    assert.equal(differenceSentence([], [], texts), 'Left: no fault, right: no fault');
  });
});
