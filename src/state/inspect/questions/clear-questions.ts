import { boundaryJob } from './boundary.ts';
import { fragilityJob } from './fragility.ts';
import { placeMapJob } from './place-map.ts';
import { worstPixelJob } from './worst-pixel.ts';

/** Forgets the answers about a picture that is gone. */
export function clearQuestions(): void {
  for (const { clear } of [fragilityJob, placeMapJob, worstPixelJob, boundaryJob]) clear();
}
