import { withBuiltSite } from './built-site.ts';
import { median, type Figure } from './measure.ts';
import { visitPage, type Visit } from './visit.ts';

const VISITS = 3;

function longestTask({ tasks, lanes }: Visit): Figure {
  const [longest] = tasks.toSorted((a, b) => b.computed - a.computed);
  const onClock = Math.max(...tasks.map(({ wall }) => wall));
  return {
    what: `longest task of the main thread, ${lanes}`,
    value: longest?.computed ?? Number.NaN,
    unit: 'ms',
    atMost: 50,
    detail: `computing time of one of ${tasks.length} tasks, loading to saved files; ${Math.round(onClock)} ms on the clock`,
  };
}

/** How soon the page answers on a first visit, and for how long it is ever deaf. */
export async function pageSpeed(): Promise<Figure[]> {
  return withBuiltSite(async (address) => {
    const visits: Visit[] = [];
    while (visits.length < VISITS) {
      visits.push(await visitPage(address, { cores: null, whole: visits.length === 0 }));
    }
    const [whole] = visits;
    if (whole === undefined) throw new Error('no visit was made');
    const oneLane = await visitPage(address, { cores: 1, whole: true });
    const each = (seconds: readonly number[]) => seconds.map((s) => s.toFixed(1)).join(', ');
    const interactive = visits.map((visit) => visit.interactive);
    const firstPoint = visits.map((visit) => visit.firstPoint);
    return [
      {
        what: 'first visit to a page that can run, from localhost',
        value: median(interactive),
        unit: 's',
        atMost: 3,
        detail: `${VISITS} fresh browsers: ${each(interactive)} s`,
      },
      {
        what: 'one click from there to the first point of the curve',
        value: median(firstPoint),
        unit: 's',
        atMost: 15,
        detail: `five models, 500 images, ${whole.lanes}: ${each(firstPoint)} s`,
      },
      longestTask(oneLane),
      longestTask(whole),
    ];
  });
}
