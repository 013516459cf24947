import { Component, type ComponentChildren, type JSX } from 'preact';

interface ErrorBoundaryProps {
  readonly children: ComponentChildren;
  readonly sentence: string;
  readonly reload: string;
  /** What is shown; another one gets another chance. */
  readonly subject: object;
  /** Asks for a fresh subject. */
  readonly onReload: () => void;
}

/** Stands in for a part that crashed: a sentence and a way on, never a gray page. Nothing chosen is lost by it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly crashed: boolean }> {
  override state = { crashed: false };

  static override getDerivedStateFromError(): { readonly crashed: boolean } {
    return { crashed: true };
  }

  override componentDidCatch(error: unknown): void {
    console.error(error);
  }

  override componentDidUpdate(before: ErrorBoundaryProps): void {
    if (this.state.crashed && before.subject !== this.props.subject) this.setState({ crashed: false });
  }

  override render(): JSX.Element {
    const { children, sentence, reload, onReload } = this.props;
    if (!this.state.crashed) return <>{children}</>;
    return (
      <div class="crashed" role="alert">
        <p>{sentence}</p>
        <button type="button" class="button primary" onClick={onReload}>
          {reload}
        </button>
      </div>
    );
  }
}
