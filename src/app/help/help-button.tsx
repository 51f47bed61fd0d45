import { ActionIcon } from '@mantine/core';
import { lazy, Suspense, useRef, useState } from 'react';
import { ErrorBoundary } from '../error-boundary.tsx';

const HelpDrawer = lazy(async () => {
  const { HelpDrawer: Drawer } = await import('./help-drawer.tsx');
  return { default: Drawer };
});

export function HelpButton() {
  const [isWanted, setWanted] = useState(false);
  const [isOpened, setOpened] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const cameFrom = useRef<Element | null>(null);

  const open = () => {
    cameFrom.current = document.activeElement;
    setWanted(true);
    setOpened(true);
  };

  const close = () => {
    setOpened(false);
    const back = cameFrom.current;
    if (back instanceof HTMLElement && back !== document.body) back.focus();
    else button.current?.focus();
  };

  return (
    <>
      <ActionIcon
        ref={button}
        variant="default"
        size={34}
        aria-label="Help"
        aria-haspopup="dialog"
        aria-keyshortcuts="?"
        title="Help (?)"
        onClick={open}
      >
        <svg width="16" height="16" viewBox="0 0 16 16" fill="none" aria-hidden="true">
          <path
            d="M5.25 5.6a2.8 2.8 0 1 1 4.3 2.6c-.95.6-1.5 1.05-1.5 2.05"
            stroke="currentColor"
            strokeWidth="1.6"
            strokeLinecap="round"
          />
          <circle cx="8.05" cy="13" r="1.1" fill="currentColor" />
        </svg>
      </ActionIcon>
      {isWanted && (
        <ErrorBoundary>
          <Suspense>
            <HelpDrawer isOpened={isOpened} onClose={close} />
          </Suspense>
        </ErrorBoundary>
      )}
    </>
  );
}
