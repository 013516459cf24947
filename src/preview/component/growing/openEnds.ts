/** What closes each that is open, the outermost first. */
export class OpenEnds {
  readonly #ends: string[] = [];

  open(end: string): void {
    this.#ends.push(end);
  }

  /** The innermost of these ends, with all that is in it; nothing where there is none. */
  close(end: string): void {
    const place = this.#ends.lastIndexOf(end);
    if (place >= 0) this.#ends.length = place;
  }

  /** What closes all, the innermost first. */
  closing(): string {
    return this.#ends.toReversed().join('');
  }
}
