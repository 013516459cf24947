import { crc32, deflateSync } from 'node:zlib';

/** A picture of few colours: for each pixel, row by row, the number of its colour. */
export interface IndexedPicture {
  readonly width: number;
  readonly height: number;
  /** At most 256, each as red, green and blue from 0 to 255. */
  readonly colours: readonly (readonly [number, number, number])[];
  readonly pixels: Uint8Array;
}

/** A PNG file with a palette, as small as it gets. Further chunks go before the pixels, each a type and its content. */
export function pngFile(
  { width, height, colours, pixels }: IndexedPicture,
  further: readonly (readonly [type: string, content: Uint8Array])[] = [],
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a pixel, by palette.
  header.set([8, 3, 0, 0, 0], 8);
  const lines = Buffer.alloc(height * (width + 1));
  for (let row = 0; row < height; row += 1) {
    lines.set(pixels.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  }
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(colours.flat())),
    ...further.map(([type, content]) => chunk(type, content)),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A picture in two colours that alternate every so many pixels. */
export function stripes(width: number, height: number, every = 8): IndexedPicture {
  const pixels = new Uint8Array(width * height);
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = Math.floor((at % width) / every) % 2;
  return {
    width,
    height,
    colours: [
      [15, 118, 110],
      [243, 244, 246],
    ],
    pixels,
  };
}

function chunk(type: string, content: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(content.length, 0);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
