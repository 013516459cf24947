/** VS Code's `l10n`, as far as texts need it, so that they can be made without an editor. */
export interface Localizer {
  /** The text in the person's language, `{0}` and so on filled in. */
  t(message: string, ...values: (string | number)[]): string;
}
