import { Component, type ReactNode } from 'react';
import { BrokenPage } from './broken-page';

interface Props {
  /** Another place: what broke there is left behind. */
  readonly place: string;
  readonly children: ReactNode;
}
interface State {
  readonly error?: unknown;
  readonly place?: string;
}

/** Catches what a page throws while it is drawn; the shell around it lives on. (React has this only as a class.) */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = {};

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  static getDerivedStateFromProps(props: Props, state: State): State | null {
    if (state.place === props.place) return null;
    return { place: props.place, error: undefined };
  }

  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children;
    return <BrokenPage error={this.state.error} onRetry={() => this.setState({ error: undefined })} />;
  }
}
