import assert from 'node:assert/strict';
import { readImageHeader } from '../../../../src/core/images/imageHeader.ts';
import { isMoreThanPixels, withoutMetadata } from '../../../../src/core/images/pngHeader.ts';
import { gifFile, jpegFile, webpFile } from '../../../images/otherFiles.ts';
import { pngFile, stripes } from '../../../images/pngFile.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const png = (...further: Parameters<typeof pngFile>[1] & object) =>
  new Uint8Array(pngFile(stripes(640, 400), [...further]));

describe('readImageHeader', () => {
  it('reads each format by its bytes', () => {
    const size = { width: 640, height: 400 };
    assert.deepEqual(readImageHeader(png()), { mediaType: 'image/png', ...size, isAnimated: false });
    assert.deepEqual(readImageHeader(jpegFile(640, 400)), { mediaType: 'image/jpeg', ...size, isAnimated: false });
    assert.deepEqual(readImageHeader(gifFile(640, 400, 1)), { mediaType: 'image/gif', ...size, isAnimated: false });
    assert.deepEqual(readImageHeader(webpFile(640, 400, false)), {
      mediaType: 'image/webp',
      ...size,
      isAnimated: false,
    });
  });

  it('notices what moves', () => {
    const moving = [png(['acTL', new Uint8Array(8)]), gifFile(9, 9, 2), webpFile(70_000, 9, true)].map(readImageHeader);
    assert.deepEqual(
      moving.map((header) => typeof header !== 'string' && [header.width, header.isAnimated]),
      [
        [640, true],
        [9, true],
        [70_000, true],
      ],
    );
  });

  it('takes the orientation of a photo into account', () => {
    const seen = [1, 3, 6, 8].map((orientation) => readImageHeader(jpegFile(640, 400, orientation)));
    assert.deepEqual(
      seen.map((header) => typeof header !== 'string' && header.width),
      [640, 640, 400, 400],
    );
  });

  it('notices files that break off, wherever they do', () => {
    for (const whole of [png(), jpegFile(640, 400), gifFile(640, 400, 1), webpFile(640, 400, false)]) {
      for (const length of [12, 14, 20, 28, whole.length - 3]) {
        const header = readImageHeader(whole.slice(0, Math.min(length, whole.length - 3)));
        assert.equal(header, 'damaged', `${length} of ${whole.length}`);
      }
    }
    assert.equal(readImageHeader(new Uint8Array(pngFile(stripes(0, 0)))), 'damaged');
  });

  it('tells other pictures from what is none', () => {
    for (const start of [
      'BM',
      'II*\0',
      'MM\0*',
      '<svg xmlns',
      '\xef\xbb\xbf <?xml ?><svg',
      '\0\0\0 ftypheic',
      '\0\0\0 ftypavif',
    ]) {
      assert.equal(readImageHeader(bytes(`${start}${' '.repeat(40)}`)), 'unsupported', start);
    }
    for (const content of ['', 'P', 'Dear all', '%PDF-1.7', '<!doctype html><img>', '\x7fELF']) {
      assert.equal(readImageHeader(bytes(content)), 'not-an-image', content);
    }
  });
});

describe('a PNG file', () => {
  it('loses all but its pixels', () => {
    const place = bytes('Comment\0at home');
    const file = png(
      ['tEXt', place],
      ['eXIf', place],
      ['iTXt', place],
      ['tIME', new Uint8Array(7)],
      ['gAMA', new Uint8Array(4)],
    );
    const kept = withoutMetadata(file);
    const text = Buffer.from(kept).toString('latin1');
    assert.doesNotMatch(text, /at home|tEXt|eXIf|iTXt|tIME/);
    assert.match(text, /gAMA/);
    assert.deepEqual(readImageHeader(kept), readImageHeader(file));
    assert.deepEqual(withoutMetadata(png()), png());
  });

  it('knows whether its pixels look the same without what else it says', () => {
    assert.equal(isMoreThanPixels(png(['iCCP', bytes('P3\0\0')])), true);
    assert.equal(isMoreThanPixels(png(['eXIf', bytes('MM\0*')])), true);
    assert.equal(isMoreThanPixels(png(['tEXt', bytes('Comment\0at home')])), false);
    assert.equal(isMoreThanPixels(png()), false);
  });
});
