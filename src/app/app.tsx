import './mantine-styles.ts';
import './tokens.css';
import { MantineProvider } from '@mantine/core';
import { useEffect } from 'react';
import { openLab } from '../state/open-lab.ts';
import { Frame } from './frame/frame.tsx';
import { bindTokens, theme } from './theme.ts';

export function App() {
  useEffect(() => {
    void openLab();
  }, []);

  return (
    <MantineProvider theme={theme} cssVariablesResolver={bindTokens} defaultColorScheme="auto">
      <Frame />
    </MantineProvider>
  );
}
