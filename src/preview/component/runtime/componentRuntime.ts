/** What a component is given. */
export type Props = Readonly<Record<string, unknown>>;

/** A component as HTML. */
interface StaticMarkup {
  readonly html: string;
  /** What belongs into the document's head, as HTML; '' for nothing. */
  readonly head: string;
}

/** Gives what a package of the project's exports, where it was asked for by this name; undefined elsewhere. */
export type RequiredPackage = (name: string) => unknown;

/** What a framework's runtime brings, both where a component is rendered once and where it is mounted. */
export interface FrameworkRuntime {
  /** What imports of the framework's packages give, by the whole specifier (`react/jsx-runtime`). */
  readonly packages: Readonly<Record<string, unknown>>;
  /**
   * A component that shows a marked box with these words, in the place of what a missing package would show.
   *
   * @param member what of the package it stands for (`motion.div`); '' for the package itself
   */
  readonly marked: (words: string, member: string) => unknown;
  /** Whether a call with this as its first argument shows a component; only where components are called to be shown. */
  readonly rendersByCall?: (first: unknown) => boolean;
  /** What the framework takes for the content of a component, of a text. */
  readonly snippet: (text: string) => unknown;
}

/** A framework's runtime within the sandbox. */
export interface StaticRuntime extends FrameworkRuntime {
  readonly render: (
    component: unknown,
    props: Props,
    required: RequiredPackage,
  ) => StaticMarkup | Promise<StaticMarkup>;
}

/** A framework's runtime within a browser. */
export interface LiveRuntime extends FrameworkRuntime {
  /** @param root an empty element of the document */
  readonly mount: (component: unknown, props: Props, root: unknown, required: RequiredPackage) => void;
}
