/** The view type of previews, for `when` clauses and tests. VS Code does not bring them back after a reload. */
export const previewViewType = 'tiebreak.preview';
