import { Suspense, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { followLink, followLinkHistory } from '../../state/link/follow-link.ts';
import { navigationStore } from '../../state/navigation/navigation-store.ts';
import { ErrorBoundary } from '../error-boundary.tsx';
import { LinkNotices } from '../link/link-notices.tsx';
import { DropZone } from '../open-file/drop-zone.tsx';
import { FileNotices } from '../open-file/file-notices.tsx';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import { UpdateBar } from '../update/update-bar.tsx';
import { CanvasNotice } from './canvas-notice.tsx';
import classes from './frame.module.css';
import { Header } from './header.tsx';
import { addressName, panelNamed, panels } from './panel-table.tsx';
import { Rail } from './rail.tsx';
import { SkipLink } from './skip-link.tsx';
import { usePageTitle } from './use-page-title.ts';

/** What surrounds every panel, and the panel that the address names. */
export function Frame() {
  const panel = panelNamed(useStore(navigationStore, (state) => state.panel));
  const main = useRef<HTMLElement>(null);
  useEffect(followLinkHistory, []);
  const address = addressName(panel);
  useEffect(() => followLink(address), [address]);
  useShortcuts();
  usePageTitle(panel);

  const focusMain = () => main.current?.focus({ preventScroll: true });
  const arrive = () => {
    window.scrollTo(0, 0);
    focusMain();
  };

  return (
    <div className={classes.frame} {...(panels.length > 1 && { 'data-rail': true })}>
      <SkipLink onSkip={() => main.current?.focus()} />
      <Header className={classes.header} question={panel.question} />
      {panels.length > 1 && <Rail current={panel} onChosen={arrive} />}
      <main ref={main} id="main" className={classes.main} aria-label={panel.name} tabIndex={-1}>
        <FileNotices onGone={focusMain} />
        <LinkNotices panel={address} onGone={focusMain} />
        {/* Images says it where it matters. */}
        {panel.id !== 'images' && <CanvasNotice onGone={focusMain} />}
        <ErrorBoundary key={panel.id}>
          <Suspense fallback={<p className={classes.loading}>Opening {panel.name}</p>}>
            <panel.Panel />
          </Suspense>
        </ErrorBoundary>
      </main>
      <DropZone />
      <UpdateBar />
    </div>
  );
}
