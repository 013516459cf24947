/**
 * Files that make tools run something or decide what others may do: editor and agent settings, continuous integration,
 * hooks, package managers' and git's own settings. Compared in lower case, relative to any folder.
 */
const protectedPaths: readonly RegExp[] = [
  /(?:^|\/)\.(?:git|vscode|devcontainer|husky|cursor|claude|circleci|idea)\//,
  /(?:^|\/)\.github\/(?:workflows|actions)\//,
  /(?:^|\/)\.(?:git|devcontainer\.json|gitattributes|gitmodules|gitconfig|gitlab-ci\.ya?ml|travis\.ya?ml|envrc)$/,
  /(?:^|\/)(?:\.npmrc|\.yarnrc|\.yarnrc\.ya?ml|\.pnpmfile\.[cm]?js|\.mcp\.json|mcp\.json)$/,
  /(?:^|\/)(?:agents|claude|gemini)\.md$/,
  /(?:^|\/)(?:azure-pipelines\.ya?ml|jenkinsfile|bitbucket-pipelines\.ya?ml)$/,
  /(?:^|\/)\.github\/copilot-instructions\.md$/,
  /\.code-workspace$/,
];

/** Whether writing a file can make a tool do something that nobody looked at. Takes forward slashes. */
export function isProtected(path: string): boolean {
  const folded = path.normalize('NFKC').toLowerCase();
  return protectedPaths.some((form) => form.test(folded));
}
