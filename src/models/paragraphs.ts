/** Joins pieces of text that stream in: a blank line goes between two blocks, none before the first or after the last. */
export class Paragraphs {
  private started = false;
  private due = false;

  /** Says that what comes next is a block of its own. */
  startBlock(): void {
    this.due = this.started;
  }

  /** The delta as it is to be shown. */
  add(delta: string): string {
    if (delta === '') return '';
    const text = this.due ? `\n\n${delta}` : delta;
    this.started = true;
    this.due = false;
    return text;
  }
}
