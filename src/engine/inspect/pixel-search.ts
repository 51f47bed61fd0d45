import { STREAM } from '../../core/random-keys.ts';
import { WordStream } from '../../core/word-stream.ts';
import type { SearchKind, SearchRequest, SearchStep } from '../../protocol/inspect.ts';
import { LabError } from '../../protocol/lab-error.ts';
import { paintGenes } from '../attacks/pixel-genes.ts';
import { judgeBatch } from '../attacks/query-loop.ts';
import { evolution, randomSearch } from '../attacks/search-strategies.ts';
import type { InspectedModel } from './inspected-model.ts';

/** A search that can be watched. */
export interface PixelSearch {
  /** @throws LabError `internal` where no generation is left */
  next(): Promise<SearchStep>;
}

/**
 * The search of the one-pixel attack (Su et al. 2019), candidate for candidate the same, except that
 * it goes on after the first success: what is looked for is the worst that so many queries find.
 * @throws LabError `internal` where the picture or its class are not those of the model
 */
export function pixelSearch(
  { target, geometry: { height, width }, check }: InspectedModel,
  request: Omit<SearchRequest, 'model'>,
  kind: SearchKind,
): PixelSearch {
  const { picture, label, seed } = request;
  check(picture.bytes, label);
  const size = { height, width };
  const words = new WordStream(seed, picture.key, STREAM.pixelSearch);
  const strategy = (kind === 'evolution' ? evolution : randomSearch)(request, size, words);
  let generation = 0;
  let queries = 0;
  let fooledAt: number | null = null;
  let best = { bytes: picture.bytes, score: Infinity };
  return {
    next: async () => {
      const candidates = strategy.propose();
      if (candidates.length === 0) throw new LabError('internal', 'The search is over.');
      const scores: number[] = [];
      for (let start = 0; start < candidates.length; start += target.batch) {
        const painted = candidates
          .slice(start, start + target.batch)
          .map((genes) => paintGenes(picture.bytes, genes, size));
        for (const [at, judged] of (await judgeBatch(target, painted, label)).entries()) {
          queries += 1;
          if (judged.isFooled) fooledAt ??= queries;
          if (judged.score < best.score) {
            best = { bytes: painted[at] ?? best.bytes, score: judged.score };
          }
          scores.push(judged.score);
        }
      }
      strategy.learn(scores);
      generation += 1;
      return { generation, queries, fooledAt, logProbability: best.score, bytes: best.bytes };
    },
  };
}
