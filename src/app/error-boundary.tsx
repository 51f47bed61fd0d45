import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import classes from './error-boundary.module.css';
import { isLostPart } from './lost-parts.ts';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly message: string | null;
  /** What cannot be had by drawing again: the page remembers that a file did not come. */
  readonly isLost: boolean;
}

/** Shows what broke in place of the part that broke, and draws it again on request. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { message: null, isLost: false };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    const message = error instanceof Error ? error.message : String(error);
    return { message, isLost: isLostPart(error) };
  }

  override render() {
    const { message, isLost } = this.state;
    if (message === null) return this.props.children;
    if (isLost) {
      return (
        <section className={classes.notice} role="alert">
          <h2>This part of the lab could not be loaded</h2>
          <p>There is no network at the moment, or the host has a newer version of the lab.</p>
          <p>A run that was going on continues. Reload the page once it has ended.</p>
          <Button variant="default" onClick={() => location.reload()}>
            Reload
          </Button>
        </section>
      );
    }
    return (
      <section className={classes.notice} role="alert">
        <h2>This part of the page could not be drawn</h2>
        <p>{message}</p>
        <p>A run that was going on continues; its figures are not affected.</p>
        <Button variant="default" onClick={() => this.setState({ message: null, isLost: false })}>
          Draw it again
        </Button>
      </section>
    );
  }
}
