import { centredRegion, type Rect } from '../../core/region.ts';
import type { ModelFacts } from '../models/model-facts.ts';
import { specModelId } from '../../protocol/model-id.ts';
import type { Spec } from '../../protocol/spec.ts';

/** Height and width in pixels. */
type Size = readonly [number, number];

/** The chosen models whose cards have been read, with what they take. */
export function sizedModels(
  models: Spec['models'],
  cards: Readonly<Record<string, ModelFacts>>,
): Pick<ModelFacts, 'id' | 'inputSize'>[] {
  return models.flatMap((model) => cards[specModelId(model)] ?? []);
}

/** The input sizes among the chosen models, each once. */
export function inputSizes(models: readonly Pick<ModelFacts, 'inputSize'>[]): Size[] {
  const sizes = new Map(
    models.map(({ inputSize: [height, width] }) => [
      `${height}×${width}`,
      [height, width] as const,
    ]),
  );
  return [...sizes.values()];
}

/** The rectangle that a region takes in an image; null where it leaves no pixel. */
export function rectOf([height, width]: Size, region: number): Rect | null {
  const leavesNone = Math.min(height, width) * region < 0.5;
  return leavesNone ? null : centredRegion(height, width, region);
}
