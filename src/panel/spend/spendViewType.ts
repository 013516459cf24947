/** The view type of the dashboard, for VS Code to bring it back after a reload. */
export const spendViewType = 'tiebreak.spend';
