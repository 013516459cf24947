/** A person's settings, as in their settings.json. */
export type UserSettings = Readonly<Record<string, unknown>>;

/** What nobody wants here: first-run pages, tips, and everything that reaches for the network. */
export const quietSettings: UserSettings = {
  'workbench.startupEditor': 'none',
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'security.workspace.trust.banner': 'never',
  // Counts only where trust is asked for at all; newer versions would start restricted without a word.
  'security.workspace.trust.startupPrompt': 'always',
  'git.openRepositoryInParentFolders': 'never',
};
