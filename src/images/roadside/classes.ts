/** The twelve German road signs that Roadside renders; a label is an index into this list. */
export const roadsideClasses: readonly string[] = [
  'speed-limit-30',
  'speed-limit-50',
  'speed-limit-80',
  'no-overtaking',
  'priority-road',
  'yield',
  'stop',
  'no-entry',
  'pedestrians',
  'turn-left',
  'keep-right',
  'roundabout',
];
