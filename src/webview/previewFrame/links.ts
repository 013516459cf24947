/** Links scroll within the page or do nothing; forms are not sent. Their own listeners still hear of the click. */
export function calmLinks(document: Document): void {
  document.addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element ? event.target.closest('a[href], area[href]') : null;
      const address = link?.getAttribute('href') ?? link?.getAttribute('xlink:href') ?? null;
      if (address === null) return;
      event.preventDefault();
      if (address.startsWith('#') && address.length > 1) targetOf(document, address)?.scrollIntoView();
    },
    true,
  );
  document.addEventListener('auxclick', (event) => event.preventDefault(), true);
  document.addEventListener('submit', (event) => event.preventDefault(), true);
}

function targetOf(document: Document, address: string): Element | null {
  try {
    return document.getElementById(decodeURIComponent(address.slice(1)));
  } catch {
    return null;
  }
}
