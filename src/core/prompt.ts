/** What both models are sent, word for word the same. */
export interface Prompt {
  readonly system: string;
  readonly user: string;
}
