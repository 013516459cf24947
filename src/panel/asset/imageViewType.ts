/** The view type of image assets' panels, for VS Code to bring them back after a reload, and for tests. */
export const imageViewType = 'tiebreak.image';
