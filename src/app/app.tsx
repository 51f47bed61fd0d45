import './mantine-styles.ts';
import './tokens.css';
import { MantineProvider } from '@mantine/core';
import { useEffect } from 'react';
import { openLab } from '../state/open-lab.ts';
import { MeasurePanel } from '../panels/measure/measure-panel.tsx';
import classes from './app.module.css';
import { ErrorBoundary } from './error-boundary.tsx';
import { Header } from './header.tsx';
import { bindTokens, theme } from './theme.ts';

export function App() {
  useEffect(() => {
    void openLab();
  }, []);

  return (
    <MantineProvider theme={theme} cssVariablesResolver={bindTokens} defaultColorScheme="auto">
      <a className={classes.skip} href="#main">
        Skip to the experiment
      </a>
      <Header />
      <main id="main" className={classes.main} tabIndex={-1}>
        <ErrorBoundary>
          <MeasurePanel />
        </ErrorBoundary>
      </main>
    </MantineProvider>
  );
}
