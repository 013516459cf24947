import assert from 'node:assert/strict';
import { propsTexts } from '../../../../../src/panel/preview/propsTexts.ts';
import { faultSentence } from '../../../../../src/webview/preview/props/faultSentence.ts';

const texts = propsTexts({ t: (message) => message });

describe('the sentence about a mistake in the props', () => {
  it('says where it is and what is expected, and that the page stays', () => {
    assert.equal(
      faultSentence({ kind: 'comma', line: 3 }, texts),
      'Line 3: A comma or a closing bracket is expected. The page is still shown with the props before.',
    );
    assert.equal(
      faultSentence({ kind: 'no-object', line: null }, texts),
      'Props are an object: a pair of braces with names and values. The page is still shown with the props before.',
    );
  });
});
