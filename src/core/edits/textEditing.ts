/** How a model without tools writes its edits. */
export const textEditingInstructions = [
  'Write every change as a search-replace block. Before it, on a line of its own, the path of the file as it was shown. Then:',
  '```',
  '<<<<<<< SEARCH',
  'the lines to replace, exactly as the file has them, enough of them to occur only once',
  '=======',
  'the lines to put in their place',
  '>>>>>>> REPLACE',
  '```',
  'To create a file, leave the search part empty. To delete lines, leave the replace part empty. Write one block for every place.',
].join('\n');
