/** How a box looks that stands for what is not there: dashed, and read out as a note. */
export const markedBox = {
  className: 'tiebreak-missing',
  role: 'note',
  /** CSS for an element with that class. */
  style:
    'display:inline-block;border:2px dashed #888;padding:4px 8px;font:12px/1.4 sans-serif;color:#555;background:#eee',
} as const;
