const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const word = (value: number) => String.fromCharCode(value >> 8, value & 255);
const littleWord = (value: number) => String.fromCharCode(value & 255, value >> 8);

/** The beginning and the end of a JPEG file, with nothing to see between. @param orientation as EXIF has it, 1 to 8 */
export function jpegFile(width: number, height: number, orientation = 1): Uint8Array {
  const exif = `Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01${word(orientation)}\0\0\0\0\0\0`;
  const frame = `\x08${word(height)}${word(width)}\x01\x01\x11\0`;
  const segment = (marker: string, content: string) => `\xff${marker}${word(content.length + 2)}${content}`;
  return latin(
    `\xff\xd8${segment('\xe1', exif)}${segment('\xc0', frame)}${segment('\xda', '\x01\x01\0\0?\0')}x\xff\xd9`,
  );
}

/** A GIF file with so many frames of one colour. */
export function gifFile(width: number, height: number, frames: number): Uint8Array {
  const size = `${littleWord(width)}${littleWord(height)}`;
  const frame = `!\xf9\x04\0\x0a\0\0\0,\0\0\0\0${size}\0\x02\x02D\x01\0`;
  return latin(`GIF89a${size}\x80\0\0\0\0\0\xff\xff\xff${frame.repeat(frames)};`);
}

/** A WebP file with the extended header alone. */
export function webpFile(width: number, height: number, isAnimated: boolean): Uint8Array {
  const wide = (value: number) => `${littleWord((value - 1) & 0xffff)}${String.fromCharCode((value - 1) >> 16)}`;
  const chunk = `VP8X\x0a\0\0\0${isAnimated ? '\x02' : '\0'}\0\0\0${wide(width)}${wide(height)}`;
  return latin(`RIFF${littleWord(chunk.length + 4)}\0\0WEBP${chunk}`);
}
