/** Grammar names for VS Code's language ids, and for what people and models write after a code fence. */
export const grammarOfLanguage: Readonly<Record<string, string>> = {
  typescriptreact: 'tsx',
  javascriptreact: 'jsx',
  dockerfile: 'docker',
  makefile: 'make',
  properties: 'ini',
  'jinja-html': 'html',
  'django-html': 'html',
  'github-actions-workflow': 'yaml',
  dockercompose: 'yaml',
  jsonl: 'json',
  ts: 'typescript',
  js: 'javascript',
  mjs: 'javascript',
  cjs: 'javascript',
  py: 'python',
  rb: 'ruby',
  rs: 'rust',
  kt: 'kotlin',
  cs: 'csharp',
  'c#': 'csharp',
  'c++': 'cpp',
  golang: 'go',
  bash: 'shellscript',
  sh: 'shellscript',
  shell: 'shellscript',
  zsh: 'shellscript',
  console: 'shellscript',
  ps1: 'powershell',
  md: 'markdown',
  yml: 'yaml',
  patch: 'diff',
  tf: 'terraform',
  hs: 'haskell',
  ex: 'elixir',
  clj: 'clojure',
};

/** The grammar for a language id; the id itself where both have the same name. */
export function grammarFor(languageId: string): string {
  return grammarOfLanguage[languageId] ?? languageId;
}
