import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { altTextIn, longestAltText } from '../../../../src/core/asset/altText.ts';
import { mostImageUsage } from '../../../../src/core/asset/imageExtras.ts';
import { imageFileName } from '../../../../src/core/asset/imageFileName.ts';
import { defaultImageOptions, readImageOptions } from '../../../../src/core/asset/imageOptions.ts';
import { imagePrompt } from '../../../../src/core/asset/imagePrompt.ts';
import { imageTag } from '../../../../src/core/asset/imageTag.ts';
import { rasterFormatOf } from '../../../../src/core/asset/rasterFormat.ts';
import { svgIn, withoutSvg } from '../../../../src/core/asset/svgText.ts';
import { onePixel } from '../../../wire/imageReplies.ts';

const svg = '<svg viewBox="0 0 1 1"><title>A &lt;dot&gt;</title><circle r="1"/></svg>';

describe('the texts around a picture', () => {
  it('finds the alt text where models write it', () => {
    assert.equal(altTextIn(`Alt text: A red dot.\n\n\`\`\`svg\n${svg}\n\`\`\``), 'A red dot.');
    assert.equal(altTextIn('**Alt text:** "A red dot."'), 'A red dot.');
    assert.equal(altTextIn('Here it is.\n\n- Alternative text: A  red dot'), 'A red dot');
    assert.equal(altTextIn(`Here is your picture.\nEnjoy.\n${svg}`), 'A <dot>');
    assert.equal(altTextIn('<svg><desc>Round</desc></svg>'), 'Round');
    assert.equal(altTextIn('A red dot on white.'), 'A red dot on white.');
    assert.equal(altTextIn('I made a picture.\nIt has two lines.'), '');
    assert.equal(altTextIn(''), '');
    assert.equal(altTextIn('Alternative text : _A red dot_ \nMore.\nAlt text: Another.'), 'A red dot');
    assert.equal(altTextIn('**Alt text:**\n\nA red dot\n\nMore.'), 'A red dot');
    assert.equal(altTextIn(`Alt text: ${'x'.repeat(2000)}`).length, longestAltText);
  });

  it('looks through the longest answer without delay, whatever it is made of', () => {
    assert.equal(altTextIn(`${'\n'.repeat(400_000)}Alt text: A dot`), 'A dot');
    assert.equal(altTextIn(`Alt text: A${' '.repeat(400_000)}dot`), 'A');
    assert.equal(altTextIn(`<svg>${'<title '.repeat(60_000)}`), '');
  });

  it('finds the drawing in an answer, grown or not', () => {
    const fenced = `Words.\n\n\`\`\`svg\n${svg}\n\`\`\`\nMore.`;
    assert.deepEqual(svgIn(fenced), { text: svg, complete: true });
    assert.equal(withoutSvg(fenced), 'Words.\n\n\nMore.');
    assert.deepEqual(svgIn(`x ${svg.slice(0, 30)}`), { text: svg.slice(0, 30), complete: false });
    assert.deepEqual(svgIn('<svg><svg></svg></svg>'), { text: '<svg><svg></svg></svg>', complete: true });
    assert.equal(svgIn('an <svgs> element'), null);
    assert.equal(svgIn('nothing'), null);
  });

  it('tells pictures of pixels by their first bytes, and nothing else', () => {
    assert.equal(rasterFormatOf(onePixel), 'png');
    assert.equal(rasterFormatOf(Buffer.from([0xff, 0xd8, 0xff, 0xe0]).toString('base64')), 'jpeg');
    assert.equal(rasterFormatOf(Buffer.from('RIFF\x10\0\0\0WEBPVP8 ', 'latin1').toString('base64')), 'webp');
    assert.equal(rasterFormatOf(Buffer.from('RIFF\x10\0\0\0WAVEfmt ', 'latin1').toString('base64')), null);
    assert.equal(rasterFormatOf(Buffer.from('<svg onload="x">').toString('base64')), null);
    assert.equal(rasterFormatOf(`${onePixel}" onerror="x`), null);
    assert.equal(rasterFormatOf(''), null);
  });

  it('names the file by the thing that is on it', () => {
    assert.equal(imageFileName('An icon of an umbrella', 'svg'), 'umbrella.svg');
    assert.equal(imageFileName('Please draw a small illustration for an empty basket', 'png'), 'empty-basket.png');
    assert.equal(imageFileName('Umbrella', 'webp'), 'umbrella.webp');
    assert.equal(imageFileName('雨傘', 'png'), 'image.png');
    assert.equal(imageFileName('con', 'png'), 'image.png');
  });

  it('writes a tag that nothing breaks out of', () => {
    assert.equal(
      imageTag('Bilder/Über 100 %/c#?.svg', ''),
      '<img src="Bilder/%C3%9Cber%20100%20%25/c%23%3F.svg" alt="">',
    );
    assert.equal(
      imageTag('public/my icon.svg', '"A" <b> & c'),
      '<img src="public/my%20icon.svg" alt="&quot;A&quot; &lt;b&gt; &amp; c">',
    );
  });

  it('takes only options that there are, and none that cannot be made', () => {
    assert.deepEqual(readImageOptions(defaultImageOptions), defaultImageOptions);
    assert.equal(readImageOptions({ ...defaultImageOptions, format: 'jpeg' })?.format, 'png');
    assert.equal(readImageOptions({ ...defaultImageOptions, format: 'jpeg', background: 'opaque' })?.format, 'jpeg');
    assert.equal(readImageOptions({ ...defaultImageOptions, size: '9x9' }), null);
    assert.equal(readImageOptions(null), null);
  });

  it('tells both the same task and target, and each the form that it can give', () => {
    const [gpt, claude] = (['openai', 'anthropic'] as const).map((provider) =>
      imagePrompt(provider, 'A dot', defaultImageOptions),
    );
    assert.equal(gpt?.user, claude?.user);
    assert.equal(gpt?.user, '# Task\n\nA dot\n\n# Target\n\nSize: 1024 × 1024 pixels. Background: transparent.\n');
    assert.match(gpt?.system ?? '', /image generation tool/);
    assert.match(claude?.system ?? '', /SVG document/);
  });

  it('reserves more for a picture than any of its quality takes, and nothing where none is billed', () => {
    const most = (quality: 'low' | 'high') =>
      mostImageUsage('openai', { ...defaultImageOptions, quality }, 1_000, 2_000)[0];
    const high = most('high');
    assert.ok(high?.kind === 'image-generation' && high.imageOutput > 7_024 + 200 && high.textInput === 3_000);
    const low = most('low');
    assert.ok(low?.kind === 'image-generation' && low.imageOutput < 2_000);
    assert.deepEqual(mostImageUsage('anthropic', defaultImageOptions, 1_000, 2_000), []);
  });
});
