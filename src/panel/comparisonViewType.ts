/** The view type of comparison panels, for `when` clauses, for VS Code to bring them back after a reload, and for tests. */
export const comparisonViewType = 'tiebreak.comparison';
