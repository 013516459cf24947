import { nameWords } from './nameWords.ts';
import { people } from './sampleWords.ts';

/** Days of one spring. */
export function dateAt(index: number): Date {
  return new Date(Date.UTC(2026, 2, 2 + ((index * 9) % 88), 8 + (index % 9), (index * 17) % 60));
}

/** A small picture of one colour, in the place of one that nobody has. */
function pictureAt(index: number): string {
  const colour = ['7a9', '97b', 'b85', '68b', 'a66', '7a5'][index % 6];
  const start = "%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20viewBox='0%200%204%203'%3E";
  return `data:image/svg+xml,${start}%3Cpath%20fill='%23${colour}'%20d='M0%200h4v3H0z'/%3E%3C/svg%3E`;
}

/**
 * A string that has to be of a form to be of use, by its name: an address, a date, a colour. Null where any words do.
 * Other words would not show a layout's limits, but break the code that reads them.
 */
export function formattedText(name: string, index: number): string | null {
  const words = nameWords(name);
  const last = words.at(-1) ?? '';
  const has = (...some: readonly string[]) => some.some((word) => words.includes(word));
  const person = (people[index % people.length] ?? '').toLowerCase().replace(/[^a-z]+/g, '.');
  if (has('email', 'mail')) return `${person}@example.com`;
  if (has('phone', 'tel', 'telephone', 'mobile')) return `+1 555 01${String(10 + (index % 90))}`;
  if (has('avatar', 'image', 'img', 'photo', 'picture', 'thumbnail', 'logo', 'cover', 'poster', 'src')) {
    return pictureAt(index);
  }
  if (has('url', 'href', 'link', 'website', 'homepage', 'uri')) return `https://example.com/${index + 1}`;
  if (has('uuid', 'guid')) return `3f1c${String(index).padStart(4, '0')}-8a52-4d1e-9b7c-5e0f6a2d4c18`;
  if (last === 'id' || last === 'key' || name === '_id') return `${words.at(-2) ?? 'item'}-${index + 1}`;
  if (last === 'slug') return `item-${index + 1}`;
  if (has('currency')) return ['EUR', 'USD', 'JPY', 'GBP'][index % 4] ?? '';
  if (has('locale', 'lang', 'language')) return 'en';
  if (has('timezone')) return 'UTC';
  if (has('timestamp', 'datetime') || last === 'at') return dateAt(index).toISOString();
  if (has('date', 'day', 'birthday', 'deadline', 'due', 'since', 'until') || last === 'on') {
    return dateAt(index).toISOString().slice(0, 10);
  }
  if (last === 'time') return dateAt(index).toISOString().slice(11, 16);
  if (has('color', 'colour', 'fill', 'stroke', 'accent', 'background')) {
    return ['#3b6ea5', '#b5533c', '#4f8a5b', '#8a6bb1', '#c08a2d', '#3d8b8b'][index % 6] ?? '';
  }
  if (has('zip', 'postcode', 'postal')) return String(10115 + index * 37);
  if (has('sku', 'code', 'reference', 'ref')) return `A-${1024 + index * 7}`;
  if (has('version')) return `1.${index + 2}.0`;
  if (has('width', 'height')) return '100%';
  if (has('icon', 'emoji', 'glyph')) return ['★', '●', '◆', '▲', '■', '✚'][index % 6] ?? '';
  return null;
}
