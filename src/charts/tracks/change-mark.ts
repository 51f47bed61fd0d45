import type { TrackEntry } from './track-types.ts';

type Mark = NonNullable<TrackEntry['mark']>;

/** Signs of significant differences: told apart by shape as well as by colour. */
export const changeSigns: Readonly<Record<Mark, string>> = { gain: '▲', loss: '▼' };

/** The same for who hears the page. */
export const changeWords: Readonly<Record<Mark, string>> = {
  gain: 'significantly better',
  loss: 'significantly worse',
};
