import type { MouseEvent } from 'react';
import { goToPanel } from '../../state/navigation/navigation-store.ts';
import { addressName, panels, type PanelEntry } from './panel-table.tsx';
import classes from './rail.module.css';

interface RailProps {
  readonly current: PanelEntry;
  /** Called once another panel has been chosen. */
  readonly onChosen: () => void;
}

/** The ways to the panels: at the left edge, on a phone at the bottom. */
export function Rail({ current, onChosen }: RailProps) {
  return (
    <nav className={classes.rail} aria-label="Panels">
      <ul className={classes.list}>
        {panels.map((panel, index) => (
          <li key={panel.id} className={classes.item} data-apart={panel.startsGroup ?? false}>
            <RailLink
              panel={panel}
              shortcut={String(index + 1)}
              isCurrent={panel.id === current.id}
              onChosen={onChosen}
            />
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface RailLinkProps {
  readonly panel: PanelEntry;
  readonly shortcut: string;
  readonly isCurrent: boolean;
  readonly onChosen: () => void;
}

function RailLink({ panel, shortcut, isCurrent, onChosen }: RailLinkProps) {
  const { name, Icon } = panel;
  const address = addressName(panel);

  const choose = (event: MouseEvent) => {
    // A click that opens a tab or a window is the browser's.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    goToPanel(address);
    onChosen();
  };

  return (
    <a
      className={classes.link}
      href={address === null ? './' : `?panel=${address}`}
      aria-keyshortcuts={shortcut}
      {...(isCurrent && { 'aria-current': 'page' })}
      onClick={choose}
    >
      <Icon />
      <span>{name}</span>
    </a>
  );
}
