/** What a draft says about pictures, in the person's language. `{0}` and so on are filled in the page. */
export interface ImageTexts {
  readonly heading: string;
  readonly add: string;
  /** Beside the button. */
  readonly pasteOrDrop: string;
  /** While the panel draws: `{0}` is a count. */
  readonly preparing: string;
  /** What the pictures are stripped of. */
  readonly pixelsOnly: string;
  /** `{0}` × `{1}`, `{2}` of bytes, `{3}` a format. */
  readonly sentWhole: string;
  /** `{0}` × `{1}`, sent as `{2}` × `{3}`, `{4}` of bytes, `{5}` a format. */
  readonly sentSmaller: string;
  readonly firstFrame: string;
  /** `{0}` a model, `{1}` a count. */
  readonly tokens: string;
  /** `{0}` a model. */
  readonly notTaken: string;
  /** `{0}` a picture's name. */
  readonly showLarge: string;
  readonly showSmall: string;
  /** Numbers of bytes. */
  readonly kilobytes: string;
  readonly megabytes: string;
}
