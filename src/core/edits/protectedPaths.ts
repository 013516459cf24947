/**
 * Files that make tools run something or decide what others may do: editor and agent settings, continuous integration,
 * hooks, package managers' and git's own settings. Compared in lower case, relative to any folder.
 */
const protectedPaths: readonly RegExp[] = [
  /(?:^|\/)\.(?:vscode|devcontainer|husky|cursor|claude|circleci|idea|gitlab|buildkite)\//,
  /(?:^|\/)\.github\/(?:workflows|actions|copilot-instructions\.md$|instructions\/|prompts\/)/,
  /(?:^|\/)\.(?:devcontainer\.json|gitattributes|gitmodules|gitconfig|gitlab-ci\.ya?ml|travis\.ya?ml|pre-commit-config\.ya?ml)$/,
  /(?:^|\/)\.env[^/]*$/,
  /(?:^|\/)(?:\.npmrc|\.yarnrc[^/]*|\.pnpmfile\.[^/]*|\.mcp\.json|mcp\.json|\.cursorrules|\.clinerules|\.windsurfrules)$/,
  /(?:^|\/)package\.json$/,
  /(?:^|\/)(?:agents|claude|gemini)\.md$/,
  /(?:^|\/)(?:azure-pipelines\.ya?ml|jenkinsfile|bitbucket-pipelines\.ya?ml|appveyor\.yml)$/,
  /\.code-workspace$/,
];

/** Git's own folder, or the file that stands for it in a worktree: writing there can run anything. */
const blockedPath = /(?:^|\/)\.git(?:\/|$)/;

/** Whether writing a file can make a tool do something that nobody looked at. Takes forward slashes. */
export function isProtected(path: string): boolean {
  const folded = path.normalize('NFKC').toLowerCase();
  return protectedPaths.some((form) => form.test(folded));
}

/** Whether a file is never written on a model's word, whoever confirms it. Takes forward slashes. */
export function isBlocked(path: string): boolean {
  return blockedPath.test(path.normalize('NFKC').toLowerCase());
}
