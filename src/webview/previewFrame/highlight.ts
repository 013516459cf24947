const id = 'tiebreak-highlight';

/** Draws a border around an element and scrolls to it; takes the border away for null. */
export function highlight(selector: string | null): void {
  document.getElementById(id)?.remove();
  const element = selector === null ? null : find(selector);
  if (element === null) return;
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
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
