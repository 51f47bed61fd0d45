import { roadsideClasses } from '../../images/roadside/classes.ts';
import { specModelId } from '../../protocol/model-id.ts';
import type { Spec } from '../../protocol/spec.ts';
import type { ModelFacts } from './model-facts.ts';
import { modelName } from './model-list.ts';
import type { SpecModel } from './spec-model.ts';

/** The classes that a model tells apart. */
export interface ClassSet {
  readonly count: number;
  /** Empty where classes are indices. */
  readonly names: readonly string[];
  /** In the order of the names, where a label file has them. */
  readonly wordnetIds?: readonly (string | null)[];
}

type Cards = Readonly<Record<string, ModelFacts>>;

const roadside: ClassSet = { count: roadsideClasses.length, names: roadsideClasses };

/** The classes of a model; null where they are not known. */
export function classSetOf(id: string, cards: Cards): ClassSet | null {
  const card = cards[id];
  if (card?.classCount === undefined) return null;
  const { classCount: count, classNames: names = [], wordnetIds } = card;
  return { count, names, ...(wordnetIds !== undefined && { wordnetIds }) };
}

function sameNames(a: readonly string[], b: readonly string[]): boolean {
  return a.every((name, index) => name === b[index]);
}

/** Whether models can be compared on the same images: as many classes, and not named otherwise. */
export function sameClasses(a: ClassSet, b: ClassSet): boolean {
  if (a.count !== b.count) return false;
  return a.names.length === 0 || b.names.length === 0 || sameNames(a.names, b.names);
}

/** Whether a model can be measured on Roadside's images. */
export function knowsRoadside(classes: ClassSet): boolean {
  return sameClasses(classes, roadside);
}

/** "1,000 classes" */
export function classesText({ count }: ClassSet): string {
  return `${count.toLocaleString('en-GB')} classes`;
}

/** Why a model cannot join others in one run; null where it can. */
export function cannotJoin(id: string, others: readonly SpecModel[], cards: Cards): string | null {
  const own = classSetOf(id, cards);
  if (own === null) return null;
  for (const other of others.map(specModelId)) {
    const theirs = classSetOf(other, cards);
    if (other === id || theirs === null || sameClasses(own, theirs)) continue;
    return own.count === theirs.count
      ? `names its ${classesText(own)} otherwise than ${modelName(other)}`
      : `has ${classesText(own)}, ${modelName(other)} has ${theirs.count.toLocaleString('en-GB')}`;
  }
  return null;
}

/**
 * Why the models of an experiment cannot be measured together, or not on its images.
 * @returns a sentence for a person, and the part of the experiment at fault; null where nothing is
 */
export function classProblem(
  { models, images }: Pick<Spec, 'models' | 'images'>,
  cards: Cards,
): { readonly part: 'models' | 'images'; readonly message: string } | null {
  for (const [at, model] of models.entries()) {
    const id = specModelId(model);
    const why = cannotJoin(id, models.slice(0, at), cards);
    if (why !== null) {
      const message = `${modelName(id)} ${why}: models of one run need the same classes. Take one of them out.`;
      return { part: 'models', message };
    }
  }
  const stranger = models.map(specModelId).find((id) => {
    const classes = classSetOf(id, cards);
    return classes !== null && !knowsRoadside(classes);
  });
  if (images.source !== 'roadside' || stranger === undefined) return null;
  return {
    part: 'images',
    message: `${modelName(stranger)} does not know the ${roadside.count} road signs of these images. Choose images of its classes.`,
  };
}
