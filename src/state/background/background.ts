import { followWork } from './follow-work.ts';
import { askBeforeLeaving } from './leaving.ts';
import { tellOfEnds } from './notify.ts';
import { stayAwake } from './wake-lock.ts';

/** Long work goes on where nobody looks: what the page does for it, from now on. */
export function workInBackground(): void {
  followWork();
  stayAwake();
  askBeforeLeaving();
  tellOfEnds();
}
