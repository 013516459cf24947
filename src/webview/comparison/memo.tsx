import { Component, type FunctionComponent, type JSX } from 'preact';

/** A component that is rendered again only when one of its properties is another value. */
export function memo<Props extends object>(Inner: FunctionComponent<Props>): new (props: Props) => Component<Props> {
  return class extends Component<Props> {
    override shouldComponentUpdate(next: Props): boolean {
      const before = new Map(Object.entries(this.props));
      return Object.entries(next).some(([name, value]) => before.get(name) !== value);
    }

    override render(): JSX.Element {
      return <Inner {...this.props} />;
    }
  };
}
