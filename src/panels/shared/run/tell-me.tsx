import { useStore } from 'zustand';
import { askToBeTold, tellStore } from '../../../state/background/tell-store.ts';
import classes from './tell-me.module.css';

/** Asks for a notification at the end of what is under way. */
export function TellMe() {
  const wish = useStore(tellStore, (state) => state.wish);
  if (wish === 'absent') return null;
  if (wish === 'refused') {
    return <span className={classes.refused}>This browser blocks notifications here</span>;
  }
  return (
    <button
      type="button"
      className={classes.tell}
      aria-pressed={wish === 'yes'}
      aria-label="Tell me when it is done"
      title="Shows a notification if this tab is hidden then"
      onClick={() => void askToBeTold()}
    >
      <Bell isOn={wish === 'yes'} />
      <span>
        Tell me<span className={classes.rest}> when it is done</span>
      </span>
    </button>
  );
}

function Bell({ isOn }: { readonly isOn: boolean }) {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      <path
        d="M2.5 10.25h9c-1-1-1.25-1.75-1.25-4a3.25 3.25 0 0 0-6.5 0c0 2.25-.25 3-1.25 4z"
        fill={isOn ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="1.3"
        strokeLinejoin="round"
      />
      <path d="M5.75 12.25h2.5" fill="none" stroke="currentColor" strokeWidth="1.3" />
    </svg>
  );
}
