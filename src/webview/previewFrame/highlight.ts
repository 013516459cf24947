const id = 'tiebreak-highlight';

/** Draws a border around an element and scrolls the page to it; takes the border away for null. */
export function highlight(selector: string | null): void {
  document.getElementById(id)?.remove();
  const element = selector === null ? null : find(selector);
  if (element === null) return;
  // Not `scrollIntoView`, which scrolls the frames around this one, too, away from what is pointed at.
  const place = element.getBoundingClientRect();
  const isOutside = place.top < 0 || place.bottom > window.innerHeight;
  if (isOutside) window.scrollBy({ top: place.top - (window.innerHeight - place.height) / 2, behavior: 'instant' });
  const { left, top, width, height } = element.getBoundingClientRect();
  const frame = document.createElement('div');
  frame.id = id;
  frame.setAttribute('aria-hidden', 'true');
  frame.style.cssText = `all:initial;position:fixed;z-index:2147483647;pointer-events:none;box-sizing:border-box;left:${left - 3}px;top:${top - 3}px;width:${width + 6}px;height:${height + 6}px;border:3px solid #d11;outline:2px solid #fff;border-radius:3px`;
  document.documentElement.append(frame);
}

function find(selector: string): Element | null {
  try {
    return document.querySelector(selector);
  } catch {
    return null;
  }
}
