import { computeStore } from '../compute/compute-store.ts';
import { InspectLane } from './inspect-lane.ts';

/** A lane holds the weights and a heap; who looks at something else for so long has done with it. */
const IDLE = 60_000;

// What a store must not hold.
let lane: InspectLane | null = null;
let idle: ReturnType<typeof setTimeout> | undefined;

/** The lane that is held open; a new one where there is none. */
export function heldLane(): InspectLane {
  clearTimeout(idle);
  lane ??= new InspectLane();
  return lane;
}

/** Ends the lane at once. */
export function dropLane(): void {
  clearTimeout(idle);
  lane?.close();
  lane = null;
}

function dropIdle(): void {
  // A long question goes on while its page is not looked at.
  if (lane !== null && lane.idle < IDLE) restLane();
  else dropLane();
}

/** Ends the lane once nobody has asked for a while. */
export function restLane(): void {
  clearTimeout(idle);
  idle = setTimeout(dropIdle, IDLE);
}

// Another backend takes another lane.
computeStore.subscribe((now, before) => {
  if (before.plans.length > 0 && now.plans[0]?.backend !== before.plans[0]?.backend) dropLane();
});
