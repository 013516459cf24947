import { matches } from './natives.ts';

/** Names of elements that hold a window of their own. */
const names = 'iframe|frame|frameset|object|embed|portal|fencedframe|applet';
const framedName = new RegExp(`(?:^|:)(?:${names})$`, 'i');
/** A longer name is an element of the page's own, such as `object-list`; at the end of a text it may yet go on. */
const framedTag = new RegExp(`<(?:${names})(?![\\w-])`, 'i');

/** A selector of all of them, of whatever namespace. */
export const framedSelector = names.replaceAll('|', ',');

/** Whether an element of this qualified name would hold a window of its own. */
export function isFramedName(name: string): boolean {
  return matches(framedName, name);
}

/** Whether text could become such an element, however it is read. */
export function hasFramedTag(text: string): boolean {
  return matches(framedTag, text);
}
