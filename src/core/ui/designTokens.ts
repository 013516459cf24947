/**
 * The CSS custom properties that a style sheet defines, each with the rules that it stands in, as CSS. Comments and
 * everything else are left away; so is a value that is a whole picture. Empty when there are none.
 */
export function designTokens(css: string): string {
  const text = css.replaceAll(/\/\*[\s\S]*?\*\//g, '');
  const found = new Map<string, string[]>();
  const rules: string[] = [];
  for (const [, rule, property, value] of text.matchAll(/([^{};]*)\{|(--[\w-]+)\s*:\s*([^;{}]*)|\}/g)) {
    if (rule !== undefined) rules.push(rule.trim().replaceAll(/\s+/g, ' '));
    else if (property === undefined) rules.pop();
    else if (value !== undefined && !value.includes('url(')) {
      const path = rules.join(' { ');
      found.set(path, [...(found.get(path) ?? []), `  ${property}: ${value.trim().replaceAll(/\s+/g, ' ')};`]);
    }
  }
  const blocks = [...found].map(([path, lines]) => {
    const depth = path === '' ? 0 : path.split(' { ').length;
    return depth === 0 ? lines.join('\n') : `${path} {\n${lines.join('\n')}\n${'}'.repeat(depth)}`;
  });
  return blocks.join('\n');
}
