/**
 * The CSS custom properties that a style sheet defines, each with the rules that it stands in, as CSS. Comments and
 * everything else are left away; so is a value that is a whole picture. Empty when there are none.
 *
 * Each character is looked at once: embedded fonts are long.
 */
export function designTokens(css: string): string {
  const text = css.replaceAll(/\/\*[\s\S]*?(?:\*\/|$)/g, '');
  const found = new Map<string, string[]>();
  const rules: string[] = [];
  // What stands before each of the marks that end something, and the mark.
  const parts = text.split(/([{};])/);
  for (let at = 0; at < parts.length; at += 2) {
    const [part = '', mark] = [parts[at], parts[at + 1]];
    if (mark === '{') {
      rules.push(oneLine(part));
      continue;
    }
    const line = tokenLine(part);
    const path = rules.join(' { ');
    const lines = found.get(path);
    if (line !== null && lines !== undefined) lines.push(line);
    else if (line !== null) found.set(path, [line]);
    if (mark === '}') rules.pop();
  }
  const blocks = [...found].map(([path, lines]) => {
    const depth = path === '' ? 0 : path.split(' { ').length;
    return depth === 0 ? lines.join('\n') : `${path} {\n${lines.join('\n')}\n${'}'.repeat(depth)}`;
  });
  return blocks.join('\n');
}

/** A declaration of a custom property as a line of CSS; null for anything else. */
function tokenLine(declaration: string): string | null {
  const trimmed = declaration.trim();
  const name = /^--[\w-]+(?=\s*:)/.exec(trimmed)?.[0];
  if (name === undefined || trimmed.includes('url(')) return null;
  return `  ${name}: ${oneLine(trimmed.slice(trimmed.indexOf(':') + 1))};`;
}

function oneLine(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ');
}
