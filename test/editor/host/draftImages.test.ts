import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { ComparisonSession } from '../../../src/app/comparisonSession.ts';
import { mostImageBytes } from '../../../src/core/images/image.ts';
import { HostDraftImages } from '../../../src/host/images/draftImages.ts';
import { readChosenImage, readImages, readWorkspaceImage } from '../../../src/host/images/imageFiles.ts';
import { gifFile, jpegFile } from '../../images/otherFiles.ts';
import { pngFile, stripes } from '../../images/pngFile.ts';
import { contender, sampleTask, servicesWith } from '../../unit/app/fakes.ts';
import { HeldClock } from '../../unit/app/heldClock.ts';
import { workspaceUri, writeWorkspaceFile } from './workspaceFile.ts';

const png = (width: number, height: number) => new Uint8Array(pngFile(stripes(width, height)));
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

describe('pictures for a draft', () => {
  let session: ComparisonSession;
  let clock: HeldClock;
  let images: HostDraftImages;

  beforeEach(() => {
    const { services } = servicesWith({});
    session = new ComparisonSession(sampleTask, contender('left'), contender('right'), true, services);
    clock = new HeldClock();
    images = new HostDraftImages(session, clock, randomUUID);
  });

  const pieces = () =>
    session.comparison.pieces.map(({ path, image }) => [path, image?.width, image?.height, image?.original.width]);

  it('go as they are where both models see them whole, without metadata', async () => {
    const secret = Buffer.from('Comment\0at home', 'latin1');
    const file = new Uint8Array(pngFile(stripes(64, 40), [['tEXt', secret]]));
    await images.offer([{ name: 'a\u202eb\n.png', content: file }]);
    assert.deepEqual(pieces(), [['ab.png', 64, 40, 64]]);
    const [piece] = session.comparison.pieces;
    assert.equal(piece?.image?.data, base64(png(64, 40)));
    assert.equal(piece?.image?.original.bytes, file.length);
    assert.deepEqual(images.jobs, []);
  });

  it('are drawn by the panel where they are too large or of another format, in their order', async () => {
    await images.offer([
      { name: 'large.png', content: png(3000, 2000) },
      { name: 'moving.gif', content: gifFile(30, 20, 2) },
      { name: 'small.png', content: png(64, 40) },
    ]);
    assert.deepEqual(pieces(), []);
    const [large, moving] = images.jobs;
    assert.deepEqual([large?.mediaType, moving?.mediaType], ['image/png', 'image/gif']);
    images.takeDrawn(moving?.id ?? '', base64(png(30, 20)));
    assert.deepEqual(pieces(), []);
    images.takeDrawn(large?.id ?? '', base64(png(1800, 1200)));
    assert.deepEqual(pieces(), [
      ['large.png', 1800, 1200, 3000],
      ['moving.gif', 30, 20, 30],
      ['small.png', 64, 40, 64],
    ]);
    assert.deepEqual(
      session.comparison.pieces.map(({ image }) => image?.isFirstFrame),
      [false, true, false],
    );
    images.takeDrawn(large?.id ?? '', base64(png(9, 9)));
    assert.equal(pieces().length, 3);
  });

  it('are refused each for its own reason', async () => {
    const huge = png(1, 1);
    new DataView(huge.buffer).setUint32(16, 10_000);
    new DataView(huge.buffer).setUint32(20, 10_000);
    const corrupt = png(64, 40);
    corrupt.fill(7, corrupt.length - 30, corrupt.length - 20);
    await images.offer([
      { name: 'letter.txt', content: new TextEncoder().encode('Dear all') },
      { name: 'logo.svg', content: new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>') },
      { name: 'half.png', content: png(64, 40).slice(0, 60) },
      { name: 'corrupt.png', content: corrupt },
      { name: 'huge.png', content: huge },
      { name: 'heavy.png', content: new Uint8Array(mostImageBytes + 1) },
      { name: 'hidden.png', content: 'not-readable' },
    ]);
    assert.deepEqual(
      images.refused.map(({ name, fault }) => `${name}: ${fault}`),
      [
        'letter.txt: not-an-image',
        'logo.svg: unsupported',
        'half.png: damaged',
        'corrupt.png: damaged',
        'huge.png: too-many-pixels',
        'heavy.png: too-many-bytes',
        'hidden.png: not-readable',
      ],
    );
    assert.deepEqual(pieces(), []);
    await images.offer(Array.from({ length: 7 }, (_, at) => ({ name: `${at}.png`, content: png(9, 9) })));
    assert.equal(pieces().length, 6);
    assert.deepEqual(images.refused, [{ name: '6.png', fault: 'too-many' }]);
  });

  it('are not taken from the panel as what it says they are', async () => {
    const drawn: readonly (string | null)[] = [
      null,
      'Dear all',
      base64(png(3000, 2000)),
      base64(gifFile(30, 20, 1)),
      base64(jpegFile(30, 20)),
    ];
    const outcomes: string[] = [];
    for (const data of drawn) {
      await images.offer([{ name: 'large.png', content: png(3000, 2000) }]);
      images.takeDrawn(images.jobs[0]?.id ?? '', data);
      outcomes.push(images.refused[0]?.fault ?? 'taken');
    }
    assert.deepEqual(outcomes, ['damaged', 'not-prepared', 'not-prepared', 'not-prepared', 'taken']);
  });

  it('do not hold a task up for ever when no panel draws them', async () => {
    await images.offer([{ name: 'large.png', content: png(3000, 2000) }]);
    const settled = images.settled();
    await clock.advance(19_999);
    assert.equal(images.jobs.length, 1);
    await clock.advance(1);
    assert.equal(await settled, false);
    assert.deepEqual(images.refused, [{ name: 'large.png', fault: 'not-prepared' }]);
    assert.equal(await images.settled(), true, 'what was refused before holds nothing up');
  });

  it('are not read by the hundred', async () => {
    const read: string[] = [];
    const uris = Array.from({ length: 300 }, (_, at) => workspaceUri(`pictures/${at}.png`));
    const sources = await readImages(uris, async (uri) => {
      read.push(uri.path);
      return { name: uri.path, content: 'unreadable' };
    });
    assert.equal(read.length, 20);
    assert.deepEqual([sources.length, sources[20]], [300, { name: 'pictures/20.png', content: 'too-many' }]);
  });

  it('come only from where models may read, whatever they are called', async () => {
    await writeWorkspaceFile('pictures/shot.png', png(9, 9));
    await writeWorkspaceFile('pictures/.gitignore', 'private.png\n');
    await writeWorkspaceFile('pictures/private.png', png(9, 9));
    await writeWorkspaceFile('node_modules/p/logo.png', png(9, 9));
    const read = async (path: string) => {
      const both = [await readWorkspaceImage(workspaceUri(path)), await readChosenImage(workspaceUri(path))];
      return both.map(({ content }) => (typeof content === 'string' ? content : content.length));
    };
    const { length } = png(9, 9);
    assert.deepEqual(await read('pictures/shot.png'), [length, length]);
    for (const path of ['pictures/private.png', 'node_modules/p/logo.png', 'pictures', 'pictures/none.png']) {
      assert.deepEqual(await read(path), ['not-readable', 'not-readable'], path);
    }
  });
});
