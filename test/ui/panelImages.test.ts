import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readImageHeader } from '../../src/core/images/imageHeader.ts';
import { fittedSize, sightOf } from '../../src/core/images/imageSight.ts';
import type { ComparisonView, ImageJobView } from '../../src/shared/comparisonView.ts';
import { gifFile } from '../images/otherFiles.ts';
import { pngFile, stripes } from '../images/pngFile.ts';
import { projectFolder } from '../vscode/projectFolder.ts';
import { viewOf, waitingSide } from './gallery/galleryTask.ts';
import { useGallery } from './gallery/useGallery.ts';
import { waitUntil } from './workbench/waitUntil.ts';

const sights = [sightOf('openai', 'gpt-5.5'), sightOf('anthropic', 'claude-opus-4-7')];
const draft = (job: ImageJobView | null = null): ComparisonView =>
  viewOf(waitingSide('left'), waitingSide('right'), {
    phase: 'draft',
    draftImages: { preparing: job === null ? 0 : 1, job, refused: [] },
  });
const job = (id: string, mediaType: ImageJobView['mediaType'], file: Uint8Array): ImageJobView => ({
  id,
  mediaType,
  data: Buffer.from(file).toString('base64'),
  sights,
});

describe('The panel with pictures', () => {
  const { gallery } = useGallery();
  const payloadsOf = async (type: string) => {
    const posted = await gallery().posted();
    return posted.filter((message) => message.type === type).map(({ payload }) => payload);
  };
  const drawn = async (jobs: readonly ImageJobView[]) => {
    const payloads: unknown[] = [];
    for (const wanted of jobs) {
      await gallery().show(draft(wanted));
      await waitUntil(`${wanted.id} to be drawn`, async () => {
        const found = (await payloadsOf('image-drawn')).filter((payload) => Object(payload).jobId === wanted.id);
        return found.length > 0 ? payloads.push(...found) : undefined;
      });
    }
    return payloads;
  };
  const headerOf = (payload: unknown) => {
    const { data } = { data: null, ...Object(payload) };
    return typeof data === 'string' ? readImageHeader(new Uint8Array(Buffer.from(data, 'base64'))) : null;
  };

  it('draws each picture once as both models see it whole, and says what it cannot draw', async () => {
    const large = pngFile(stripes(2880, 1800, 24), [['tEXt', Buffer.from('Comment\0at home', 'latin1')]]);
    const payloads = await drawn([
      job('large', 'image/png', large),
      job('moving', 'image/gif', gifFile(1, 1, 2)),
      job('broken', 'image/png', Buffer.concat([large.subarray(0, 60), Buffer.alloc(40)])),
    ]);
    assert.deepEqual(
      payloads.map((payload) => Object(payload).jobId),
      ['large', 'moving', 'broken'],
    );
    const size = fittedSize({ width: 2880, height: 1800 }, sights);
    assert.deepEqual(payloads.map(headerOf), [
      { mediaType: 'image/png', ...size, isAnimated: false },
      { mediaType: 'image/png', width: 1, height: 1, isAnimated: false },
      null,
    ]);
    assert.ok(!Buffer.from(String(Object(payloads[0]).data), 'base64').includes('at home'));
  });

  it('makes a JPEG of what is too large as PNG, turns photos upright and leaves their EXIF out', async () => {
    const { page } = gallery();
    const files = await page.evaluate(async () => {
      const noise = new OffscreenCanvas(1200, 800);
      const context = noise.getContext('2d');
      if (context === null) throw new Error('There is no canvas');
      const pixels = context.createImageData(1200, 800);
      for (let at = 0; at < pixels.data.length; at += 4) {
        for (let channel = 0; channel < 3; channel += 1) pixels.data[at + channel] = Math.random() * 255;
        pixels.data[at + 3] = 255;
      }
      context.putImageData(pixels, 0, 0);
      const asBase64 = async (blob: Blob) => {
        const bytes = new Uint8Array(await blob.arrayBuffer());
        let text = '';
        for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
        return btoa(text);
      };
      const plain = new OffscreenCanvas(300, 200);
      plain.getContext('2d')?.fillRect(0, 0, 150, 200);
      return {
        noise: await asBase64(await noise.convertToBlob({ type: 'image/png' })),
        photo: await asBase64(await plain.convertToBlob({ type: 'image/jpeg' })),
      };
    });
    const photo = Buffer.from(files.photo, 'base64');
    const exif = Buffer.from(
      '\xff\xe1\0\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0',
      'latin1',
    );
    const turned = Buffer.concat([photo.subarray(0, 2), exif, photo.subarray(2)]);
    const payloads = await drawn([
      job('noise', 'image/png', Buffer.from(files.noise, 'base64')),
      job('photo', 'image/jpeg', turned),
    ]);
    const [noise, upright] = payloads.map(headerOf);
    assert.ok(noise !== null && typeof noise === 'object' && noise.mediaType === 'image/jpeg');
    assert.ok(Buffer.from(String(Object(payloads[0]).data), 'base64').length <= 2 * 1024 * 1024);
    assert.deepEqual(upright, { mediaType: 'image/jpeg', width: 200, height: 300, isAnimated: false });
    assert.ok(!Buffer.from(String(Object(payloads[1]).data), 'base64').includes('Exif'));
  });

  it('hands over what is pasted or dropped, but nothing that is too large, and only while there is a draft', async () => {
    const { page } = gallery();
    await gallery().show(draft());
    const give = () =>
      page.evaluate(() => {
        const shot = new File(['12345'], 'shot.png');
        const large = new File([new Uint8Array(20 * 1024 * 1024 + 1)], 'large.png');
        const transfer = (...given: readonly File[]) => {
          const files = new DataTransfer();
          for (const file of given) files.items.add(file);
          return files;
        };
        const options = { bubbles: true, cancelable: true };
        document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer(shot), ...options }));
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer(large, shot), ...options }));
        const words = new DataTransfer();
        words.setData('text/plain', 'only words');
        return document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: words, ...options }));
      });
    assert.equal(await give(), true, 'words are left to whatever has the focus');
    const offered = await waitUntil('what was given twice to be offered', async () => {
      const payloads = await payloadsOf('images-offered');
      return payloads.length === 2 ? payloads : undefined;
    });
    const shot = { name: 'shot.png', data: Buffer.from('12345').toString('base64') };
    const large = { name: 'large.png', fault: 'too-many-bytes' };
    assert.deepEqual(
      offered.toSorted((one, other) => Object(one).files.length - Object(other).files.length),
      [{ files: [shot] }, { files: [large, shot] }],
      'files that come at once stay together',
    );
    await gallery().show({ ...draft(), phase: 'open', comparisonId: 'sent' });
    await give();
    assert.equal((await payloadsOf('images-offered')).length, 2);
  });

  it('shows a picture large and small again, by keyboard too', async () => {
    const { page } = gallery();
    const file = readFileSync(join(projectFolder, 'media/sample/mockups/orders.png'));
    const size = { width: 760, height: 430 };
    const image = {
      ...size,
      mediaType: 'image/png',
      data: file.toString('base64'),
      bytes: file.length,
      original: { ...size, bytes: file.length },
      isFirstFrame: false,
      tokens: { left: 340, right: 450 },
    } as const;
    const view = draft();
    const piece = { id: 'i', title: 'Image orders.png', path: 'orders.png', line: 1, text: '', included: true, image };
    await gallery().show({ ...view, request: { ...view.request, pieces: [piece] } });
    const widthOf = () => page.locator('.image-thumbnail img').evaluate((element) => element.clientWidth);
    assert.ok((await widthOf()) <= 200);
    await page.getByRole('button', { name: 'Show orders.png large' }).press('Enter');
    assert.equal(await widthOf(), 760);
    await page.getByRole('button', { name: 'Show orders.png small' }).press('Enter');
    assert.ok((await widthOf()) <= 200);
    await page.getByRole('checkbox', { name: 'Image orders.png' }).uncheck();
    assert.deepEqual(await payloadsOf('piece-toggled'), [{ pieceId: 'i', included: false }]);
  });
});
