import { createStore } from 'zustand/vanilla';
import { LabError, type Answer } from '../../protocol/lab-error.ts';
import { specModelId } from '../../protocol/model-id.ts';
import type { Spec } from '../../protocol/spec.ts';
import type { SampleImage } from '../../workers/render-samples.ts';
import type { ModelFacts } from '../models/model-facts.ts';
import { askSampleWorker, type Sample } from '../sample-images.ts';
import type { KeptImageSet } from './kept-set.ts';
import { modelFit } from './model-fit.ts';
import { classesOfModels } from './open-images.ts';
import { takenOfSet } from './set-choice.ts';
import { imageRefs } from './set-files.ts';

interface OwnSamples {
  /** What they are of; null before any. */
  readonly key: string | null;
  readonly samples: readonly Sample[];
  /** Why there are none, for a person. */
  readonly problem: string | null;
}

/** Some pictures of the chosen set, as the first model of the experiment is given them. */
export const ownSamples = createStore<OwnSamples>()(() => ({
  key: null,
  samples: [],
  problem: null,
}));

/** What the page knows of sets and models; both are listed some time after it has opened. */
interface Listed {
  readonly sets: readonly KeptImageSet[];
  readonly cards: Readonly<Record<string, ModelFacts>>;
}

/** Pictures that are far apart in the order of the set, so of several classes where it has some. */
function spread<T>(list: readonly T[], most: number): T[] {
  const count = Math.min(most, list.length);
  return Array.from(
    { length: count },
    (_, at) => list[Math.floor((at * list.length) / count)],
  ).filter((each) => each !== undefined);
}

type Chosen = Pick<Spec, 'images' | 'models'>;
type Fitted = Omit<SampleImage, 'className'>;

/** Shows pictures of the set of an experiment; of wishes that follow each other the last one counts. */
export async function loadOwnSamples(
  { images, models }: Chosen,
  { sets, cards }: Listed,
  most: number,
): Promise<void> {
  if (images.source === 'roadside') return;
  const [model = ''] = models.map(specModelId);
  const set = sets.find(({ name }) => name === images.path);
  const fit = modelFit(model, cards);
  const key = set && fit && JSON.stringify([images, set.added, fit]);
  if (key === ownSamples.getState().key) return;
  ownSamples.setState({ key: key ?? null, samples: [], problem: null });
  if (set === undefined || fit === null) return;
  const settle = (state: Partial<OwnSamples>) => {
    if (ownSamples.getState().key === key) ownSamples.setState(state);
  };
  try {
    const { images: taken } = takenOfSet(set, classesOfModels(models, cards), images);
    const shown = spread(taken.slice(0, images.count), most);
    const refs = await imageRefs(images.path, shown);
    const answer = await askSampleWorker((api): Promise<Answer<Fitted[]>> => api.fit(refs, fit));
    if (!answer.ok) throw LabError.from(answer.error);
    const samples = answer.value.map((each, at) => ({
      ...each,
      className: shown[at]?.className ?? '',
    }));
    settle({ samples });
  } catch (error) {
    settle({ problem: error instanceof Error ? error.message : String(error) });
  }
}
