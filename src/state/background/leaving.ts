import { archiveStore } from '../archive/archive-store.ts';
import { repairStore } from '../repair/repair-store.ts';
import { workStore } from './work-store.ts';

/** Whether leaving now would lose what cannot be had again without computing it again. */
function wouldLose(): boolean {
  const { keepError, models } = repairStore.getState();
  const { unkept } = archiveStore.getState();
  const isComputing = workStore.getState().underWay.size > 0;
  return isComputing || unkept !== null || (keepError !== null && models.length > 0);
}

function ask(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

/**
 * Has the browser ask before the page is left while something computes, or where something that
 * was found could not be kept. It listens only then: a page that always does is never kept for the
 * back button.
 */
export function askBeforeLeaving(): void {
  const follow = () => {
    if (wouldLose()) addEventListener('beforeunload', ask);
    else removeEventListener('beforeunload', ask);
  };
  workStore.subscribe(follow);
  archiveStore.subscribe(follow);
  repairStore.subscribe(follow);
}
