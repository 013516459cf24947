/** A place at which a half-written text can be cut, and what closes there all that is open. */
export interface Cut {
  /** How much of the text stays. */
  readonly end: number;
  readonly closing: string;
}

/** A text, cut and closed. */
export function closedAt(text: string, { end, closing }: Cut): string {
  return text.slice(0, end) + closing;
}
