import type { Found } from '../../../state/learn/found.ts';
import type { LessonAnswer, LessonId } from '../../../state/learn/lesson.ts';
import { fewPixelsChart, fragileChart, indexChart } from './count-charts.ts';
import type { LessonChart } from './lesson-chart.ts';
import { magnitudeChart, repairChart, worstCaseChart } from './row-charts.ts';

/**
 * The figure of a lesson.
 * @param found null before the experiment: axes without marks
 */
export function chartOf(
  id: LessonId,
  found: Found | null,
  answer: LessonAnswer | null,
): LessonChart {
  switch (id) {
    case 'few-pixels':
      return fewPixelsChart(found?.lesson === id ? found : null, answer);
    case 'magnitude':
      return magnitudeChart(found?.lesson === id ? found : null);
    case 'fragile-attacks':
      return fragileChart(found?.lesson === id ? found : null, answer);
    case 'repair':
      return repairChart(found?.lesson === id ? found : null);
    case 'index':
      return indexChart(found?.lesson === id ? found : null);
    case 'worst-case':
      return worstCaseChart(found?.lesson === id ? found : null, answer);
  }
}
