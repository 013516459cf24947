import { Component, type ComponentChildren, type JSX } from 'preact';

interface ErrorBoundaryProps {
  readonly children: ComponentChildren;
  readonly sentence: string;
  readonly reload: string;
  /** Starts over from a fresh view of the host's. */
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

  override render(): JSX.Element {
    const { children, sentence, reload, onReload } = this.props;
    if (!this.state.crashed) return <>{children}</>;
    const restart = () => {
      this.setState({ crashed: false });
      onReload();
    };
    return (
      <div class="crashed" role="alert">
        <p>{sentence}</p>
        <button type="button" class="button primary" onClick={restart}>
          {reload}
        </button>
      </div>
    );
  }
}
