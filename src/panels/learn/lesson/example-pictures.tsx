import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { SpecPixelValue } from '../../../protocol/spec.ts';
import { learnStore } from '../../../state/learn/learn-store.ts';
import type { LessonId } from '../../../state/learn/lesson.ts';
import { loadSampleImages, sampleStore } from '../../../state/sample-images.ts';
import { SamplePicture } from '../../shared/samples/sample-picture.tsx';
import classes from './result.module.css';

interface Example {
  readonly text: string;
  /** Null shows the sign as it is. */
  readonly change: {
    readonly count: number;
    readonly value: SpecPixelValue;
    readonly region: number;
  } | null;
}

const asItIs: Example = { text: 'As it is', change: null };
const replaced = (text: string, count: number, region = 1): Example => ({
  text,
  change: { count, value: 'replace', region },
});

/** What is done to a sign in a lesson; attacks need the classifier and are shown with the result. */
const examples: Readonly<Record<LessonId, readonly Example[]>> = {
  'few-pixels': [
    asItIs,
    replaced('4 pixels', 4),
    replaced('64 pixels', 64),
    replaced('1,024 pixels', 1024),
  ],
  magnitude: [
    asItIs,
    { text: '64, by up to ±10', change: { count: 64, value: { offset: 10 }, region: 1 } },
    replaced('64, any colour', 64),
    replaced('64 in the middle', 64, 0.5),
  ],
  'fragile-attacks': [],
  repair: [asItIs, replaced('256 pixels', 256)],
  index: [asItIs, replaced('16 pixels', 16), replaced('1,024 pixels', 1024)],
  'worst-case': [],
};

/** A sign as it is and as the lesson will change it. */
export function ExamplePictures({ id }: { readonly id: LessonId }) {
  const sample = useStore(sampleStore, (state) => state.samples[0]);
  const seed = useStore(learnStore, (state) => state.seed);
  useEffect(() => {
    void loadSampleImages();
  }, []);
  if (examples[id].length === 0) return null;
  return (
    <div className={classes.examples}>
      {examples[id].map(({ text, change }) => (
        <figure key={text} className={classes.example}>
          <SamplePicture sample={sample} change={change && { ...change, seed }} />
          <figcaption>{text}</figcaption>
        </figure>
      ))}
    </div>
  );
}
