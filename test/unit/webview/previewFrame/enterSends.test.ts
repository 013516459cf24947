import assert from 'node:assert/strict';
import { enterSends } from '../../../../src/webview/previewFrame/enterSends.ts';

const sends = (field: string, ...others: readonly string[]) =>
  enterSends(
    { type: field },
    [field, ...others].map((type) => ({ type })),
  );

describe('Enter in a field of a form', () => {
  it('sends the form by itself where there is no button for it and nothing else to fill in', () => {
    assert.equal(sends('search'), true);
    assert.equal(sends('text', 'checkbox', 'hidden', 'button'), true);
    assert.equal(sends('email', 'password'), false);
  });

  it('is left to the button where there is one, and to fields that have a use for it', () => {
    assert.equal(sends('text', 'submit'), false);
    assert.equal(sends('text', 'image'), false);
    assert.equal(sends('checkbox'), false);
  });
});
