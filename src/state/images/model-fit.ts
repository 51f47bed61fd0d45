import { preprocessSchema } from '../../protocol/spec.ts';
import type { SampleFit } from '../../workers/render-samples.ts';
import type { ModelFacts } from '../models/model-facts.ts';
import { ownModelFacts } from '../models/model-list.ts';

/** How a model takes its pictures in; null where its size is not known yet. */
export function modelFit(
  id: string,
  cards: Readonly<Record<string, ModelFacts>>,
): SampleFit | null {
  const preprocess = ownModelFacts(id)?.preprocess ?? preprocessSchema.parse({});
  const [height, width] = preprocess.size ?? cards[id]?.inputSize ?? [];
  return height === undefined || width === undefined ? null : { size: [height, width], preprocess };
}
