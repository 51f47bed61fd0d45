import type { SpecPixelValue } from '../../protocol/spec.ts';
import { imageName } from '../image-set.ts';
import { NOT_DONE } from '../predictions.ts';
import { whyNotComparable } from './comparability.ts';
import type { ComparedModel } from './compare-types.ts';
import { sharedCells } from './shared-cells.ts';

/** A classification that came out otherwise the second time. */
export interface AnswerApart {
  /** Name of the image, as in images.csv. */
  readonly image: string;
  /** Changed pixels; 0 for the unchanged image. */
  readonly count: number;
  /** Null for the unchanged image. */
  readonly value: SpecPixelValue | null;
  readonly region: number | null;
  readonly draw: number;
  /** Classes by number. */
  readonly baseline: number;
  readonly other: number;
}

/** One model computed twice, for example on two backends. */
export interface AnswersApart {
  /** Classifications that both runs have. */
  readonly compared: number;
  /** Images with a classification that differs. */
  readonly images: number;
  readonly answers: readonly AnswerApart[];
}

/** Whether two columns show the same weights. */
export function isSameModel(baseline: ComparedModel, other: ComparedModel): boolean {
  const hash = baseline.record.models[baseline.model]?.hash;
  return hash !== undefined && hash !== '' && hash === other.record.models[other.model]?.hash;
}

/**
 * Where one model, computed twice, answers otherwise; null where the two are not the same model over
 * the same images with the same changes. Which images count makes no difference.
 */
export function answersApart(baseline: ComparedModel, other: ComparedModel): AnswersApart | null {
  const [one, two] = [baseline.record, other.record];
  const sameRule = { ...two, spec: { ...two.spec, eligibility: one.spec.eligibility } };
  if (!isSameModel(baseline, other)) return null;
  if (whyNotComparable(baseline, { ...other, record: sameRule }).length > 0) return null;
  const answers: AnswerApart[] = [];
  let compared = 0;
  const apart = new Set<string>();
  const look = (
    first: Uint16Array,
    second: Uint16Array,
    setting: Pick<AnswerApart, 'count' | 'value' | 'region' | 'draw'>,
  ): void => {
    for (const [at, ref] of one.images.refs.entries()) {
      const [was, is] = [first[at] ?? NOT_DONE, second[at] ?? NOT_DONE];
      if (was === NOT_DONE || is === NOT_DONE) continue;
      compared += 1;
      if (was === is) continue;
      const image = imageName(ref);
      apart.add(image);
      answers.push({ image, ...setting, baseline: was, other: is });
    }
  };
  const unchanged = { count: 0, value: null, region: null, draw: 0 };
  look(one.predictions.clean(baseline.model), two.predictions.clean(other.model), unchanged);
  for (const shared of sharedCells(one.plan.cells, two.plan.cells)) {
    const { count, value, region } = shared.baseline;
    for (let draw = 0; draw < one.plan.draws; draw += 1) {
      look(
        one.predictions.changed(baseline.model, shared.baseline.index, draw),
        two.predictions.changed(other.model, shared.other.index, draw),
        { count, value, region, draw },
      );
    }
  }
  return { compared, images: apart.size, answers };
}
