import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Spec } from '../../../protocol/spec.ts';
import { imageSets } from '../../../state/images/image-sets.ts';
import { loadOwnSamples, ownSamples } from '../../../state/images/own-samples.ts';
import { cardsStore } from '../../../state/models/cards-store.ts';
import { loadSampleImages, sampleStore, type Sample } from '../../../state/sample-images.ts';

interface SamplePictures {
  /** As far as they are ready. */
  readonly samples: readonly Sample[];
  /** Why there are none, for a person. */
  readonly problem: string | null;
}

/**
 * Pictures of the images of an experiment, as its first model is given them. Both arguments have to
 * stay the same objects as long as they say the same.
 */
export function useSamplePictures(
  images: Spec['images'],
  models: Spec['models'],
  most: number,
): SamplePictures {
  const roadside = useStore(sampleStore, (state) => state.samples);
  const own = useStore(ownSamples);
  // Both are listed some time after the page has opened.
  const sets = useStore(imageSets, (state) => state.sets);
  const cards = useStore(cardsStore, (state) => state.cards);
  const isOwn = images.source !== 'roadside';
  useEffect(() => {
    void (isOwn ? loadOwnSamples({ images, models }, { sets, cards }, most) : loadSampleImages());
  }, [isOwn, images, models, sets, cards, most]);
  return isOwn ? own : { samples: roadside, problem: null };
}
