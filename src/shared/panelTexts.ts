/** Every fixed word of the comparison panel, filled by the host from the person's language. `{0}` marks a place. */
export interface PanelTexts {
  readonly [key: string]: string;
}
