import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import classes from './error-boundary.module.css';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly message: string | null;
}

/** Shows what broke in place of the part that broke, and draws it again on request. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { message: null };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render() {
    const { message } = this.state;
    if (message === null) return this.props.children;
    return (
      <section className={classes.notice} role="alert">
        <h2>This part of the page could not be drawn</h2>
        <p>{message}</p>
        <p>A run that was going on continues; its figures are not affected.</p>
        <Button variant="default" onClick={() => this.setState({ message: null })}>
          Draw it again
        </Button>
      </section>
    );
  }
}
