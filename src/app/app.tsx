import './mantine-styles.ts';
import './tokens.css';
import { MantineProvider } from '@mantine/core';
import { useEffect } from 'react';
import { storeForOffline } from '../state/offline/service-worker.ts';
import { openLab } from '../state/open-lab.ts';
import { Frame } from './frame/frame.tsx';
import { bindTokens, theme } from './theme.ts';

export function App() {
  useEffect(() => {
    void openLab().finally(() => void storeForOffline());
  }, []);

  return (
    <MantineProvider theme={theme} cssVariablesResolver={bindTokens} defaultColorScheme="auto">
      <Frame />
    </MantineProvider>
  );
}
