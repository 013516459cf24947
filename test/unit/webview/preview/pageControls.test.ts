import assert from 'node:assert/strict';
import { pageSize, restoreControls } from '../../../../src/webview/preview/pageControls.ts';

const plain = {
  width: null,
  fit: true,
  scrollTogether: true,
  arrangement: 'beside',
  divide: 50,
  narrowSide: 'left',
  scriptsFocus: null,
} as const;

describe('how pages are shown', () => {
  it('gives a page the width that was chosen, drawn smaller where it would not fit', () => {
    const place = { width: 640, height: 500 };
    assert.deepEqual(pageSize(plain, place), { width: 640, height: 500, scale: 1 });
    assert.deepEqual(pageSize({ ...plain, width: 375 }, place), { width: 375, height: 500, scale: 1 });
    assert.deepEqual(pageSize({ ...plain, width: 1280 }, place), { width: 1280, height: 1000, scale: 0.5 });
    assert.deepEqual(pageSize({ ...plain, width: 1280, fit: false }, place), { width: 1280, height: 500, scale: 1 });
    assert.deepEqual(pageSize({ ...plain, width: 1280 }, { width: 0, height: 0 }), {
      width: 1280,
      height: 0,
      scale: 1,
    });
  });

  it('takes from an earlier life only what it knows', () => {
    assert.deepEqual(restoreControls(undefined), plain);
    const kept = {
      width: 768,
      fit: false,
      scrollTogether: false,
      arrangement: 'over',
      divide: 12,
      narrowSide: 'right',
      scriptsFocus: 'left',
    } as const;
    assert.deepEqual(restoreControls({ ...kept, more: 1 }), kept);
    const strange = {
      width: 1e9,
      fit: 'yes',
      scrollTogether: null,
      arrangement: 1,
      divide: 101,
      narrowSide: 'both',
      scriptsFocus: 'x',
    };
    assert.deepEqual(restoreControls(strange), plain);
  });
});
