import type { InspectionResult } from './inspection.ts';

/** What the questions about a picture are called in the list of runs. */
export const questionNames: Readonly<Record<InspectionResult['question'], string>> = {
  fragility: 'Fragility',
  places: 'Fragile places',
  'worst-pixel': 'Worst pixel',
  boundary: 'Distance to the boundary',
};
