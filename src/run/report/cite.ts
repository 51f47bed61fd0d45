import type { AnyResult } from '../result-file/parse-result.ts';
import { imagesText } from './experiment-words.ts';
import { dayText } from '../day-text.ts';
import { kindOf } from './result-kind.ts';

const nouns = {
  sweep: 'pixel-change sweep',
  attack: 'attack and recovery',
  repair: 'repair',
} as const;

/**
 * The sentence that a reader may cite: what was found, on what, with what, and after whom.
 * @param headline the finding, with its full stop
 */
export function citation(result: AnyResult, headline: string): string {
  const { manifest, spec } = result;
  const version = manifest.versions['pixelproof'];
  const software = version === undefined ? 'Pixelproof' : `Pixelproof ${version}`;
  const state = manifest.complete ? '' : ', not complete';
  return `${headline} (${software}, ${nouns[kindOf(result)]} of ${dayText(manifest.start)}${state}; ${imagesText(spec.images)}, seed ${spec.seed}, ${manifest.backend}; method after Zhang and Cai, 2021, doi:10.4236/jsea.2021.144008.)`;
}
