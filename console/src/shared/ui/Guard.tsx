import { Component, type ReactNode } from 'react';
import { Empty } from './States';

interface Props {
  instead: string;
  children: ReactNode;
}

/** Keeps the failure of a part, a chunk that does not load for example, from taking the page with it. */
export class Guard extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error ? <Empty tight title={this.props.instead}>{error.message} Loading the page again may help.</Empty> : this.props.children;
  }
}
