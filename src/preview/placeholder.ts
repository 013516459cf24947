/** A picture in the place of one that is not at hand: dashed, crossed, with the name of what is missing. */
export function placeholder(name: string): string {
  const shown = (name.split(/[/?#]/).findLast((part) => part !== '') ?? '')
    .slice(-40)
    .replace(/[^\p{L}\p{N} ._-]/gu, '');
  const picture =
    '<svg xmlns="http://www.w3.org/2000/svg" width="240" height="135" viewBox="0 0 240 135">' +
    '<rect x="1" y="1" width="238" height="133" fill="#8882" stroke="#888" stroke-width="2" stroke-dasharray="6 4"/>' +
    '<path d="M1 1 239 134M239 1 1 134" stroke="#8885"/>' +
    `<text x="120" y="72" font-family="sans-serif" font-size="12" text-anchor="middle" fill="#777">${shown}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(picture)}`;
}
