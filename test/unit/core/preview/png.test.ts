import assert from 'node:assert/strict';
import { isPicture, largestPicture } from '../../../../src/core/preview/png.ts';

/** A PNG of one pixel. */
const pixel = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);

describe('a picture of a page', () => {
  it('is told by how it begins', () => {
    assert.equal(isPicture(pixel), true);
    assert.equal(isPicture(pixel.subarray(1)), false);
    assert.equal(isPicture(pixel.subarray(0, 12)), false);
    assert.equal(isPicture(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')), false);
    assert.equal(isPicture(new Uint8Array()), false);
  });

  it('has an end', () => {
    const large = new Uint8Array(largestPicture + 1);
    large.set(pixel);
    assert.equal(isPicture(large), false);
    assert.equal(isPicture(large.subarray(0, largestPicture)), true);
  });
});
