import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type IndexedPicture, pngFile } from '../images/pngFile.ts';
import { launchBrowser } from '../vscode/launchBrowser.ts';
import { projectFolder } from '../vscode/projectFolder.ts';

/** `npx node test/ui/sampleMockup.ts`: draws the mock-up in the sample workspace that interfaces are made from. */
const rows = [
  ['#1048', 'Amara Okafor', '3 books', '€64.50', 'Packed'],
  ['#1047', 'Jonas Lindqvist', '1 book', '€18.00', 'Paid'],
  ['#1046', 'Mei Tanaka', '5 books', '€112.20', 'Shipped'],
  ['#1045', 'Luca Ferraro', '2 books', '€31.90', 'Refunded'],
];
const tiles = [
  ['Orders', '48'],
  ['Revenue', '€1,926'],
  ['To pack', '7'],
];
const page = `<!doctype html><meta charset="utf-8"><style>
  * { box-sizing: border-box; margin: 0; }
  body { width: 760px; padding: 28px; background: #f3f4f6; color: #1f2933; font: 15px/1.4 system-ui, sans-serif; }
  header { display: flex; justify-content: space-between; align-items: center; }
  h1 { font-size: 24px; }
  .new { padding: 9px 16px; border-radius: 8px; background: #0f766e; color: white; font-weight: 600; }
  .tiles { display: flex; gap: 14px; margin: 20px 0; }
  .tile { flex: 1; padding: 14px 18px; border-radius: 10px; background: white; }
  .tile b { display: block; font-size: 26px; }
  table { width: 100%; border-collapse: collapse; border-radius: 10px; background: white; }
  th, td { padding: 11px 18px; text-align: left; border-bottom: 1px solid #e5e7eb; }
  th { color: #52606d; font-weight: 600; }
  .badge { padding: 2px 10px; border-radius: 99px; background: #d5f2ec; }
</style>
<header><h1>Today’s orders</h1><span class="new">New order</span></header>
<div class="tiles">${tiles.map(([name, value]) => `<div class="tile">${name}<b>${value}</b></div>`).join('')}</div>
<table><tr><th>Order<th>Customer<th>Items<th>Total<th>State</tr>${rows
  .map(
    (cells) =>
      `<tr>${cells.map((cell, at) => `<td>${at === 4 ? `<span class="badge">${cell}</span>` : cell}`).join('')}</tr>`,
  )
  .join('')}</table>`;

const folder = join(projectFolder, 'media', 'sample', 'mockups');
await mkdir(folder, { recursive: true });
const browser = await launchBrowser({ viewport: { width: 760, height: 430 } });
try {
  await browser.page.setContent(page);
  const shot = await browser.page.screenshot();
  const pixels = await browser.page.evaluate(colourNumbers, shot.toString('base64'));
  await writeFile(join(folder, 'orders.png'), pngFile(indexed(pixels)));
} finally {
  await browser.close();
}

interface ColourNumbers {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of each pixel in one number, rounded so that few are different. */
  readonly colours: readonly number[];
}

/** Runs in the page. */
async function colourNumbers(base64: string): Promise<ColourNumbers> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes]));
  const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
  if (context === null) throw new Error('There is no canvas');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const rounded = (at: number) => Math.round((data[at] ?? 0) / 17) * 17;
  const colours: number[] = [];
  for (let at = 0; at < data.length; at += 4) {
    colours.push(rounded(at) * 65_536 + rounded(at + 1) * 256 + rounded(at + 2));
  }
  return { width: image.width, height: image.height, colours };
}

function indexed({ width, height, colours }: ColourNumbers): IndexedPicture {
  const different = [...new Set(colours)];
  return {
    width,
    height,
    colours: different.map((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255] as const),
    pixels: Uint8Array.from(colours, (colour) => different.indexOf(colour)),
  };
}
