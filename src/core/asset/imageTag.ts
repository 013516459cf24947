const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A picture as an HTML element, ready to be put into a page. @param path as the page is to name the file */
export function imageTag(path: string, altText: string): string {
  // `#` and `?` are part of a name, too.
  const address = path.split('/').map(encodeURIComponent).join('/');
  return `<img src="${escaped(address)}" alt="${escaped(altText)}">`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
