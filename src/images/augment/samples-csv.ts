import { csvField } from '../../protocol/csv-field.ts';
import { imageKeyOf } from '../image-key.ts';
import { smallDistanceOf } from './make-sampler.ts';
import { samplePath, sourceName, type SampleJob } from './sample-set.ts';
import { FIRST_SAMPLE_DRAW, smallDistancePositions } from './small-distance-sample.ts';

/** [height, width] in pixels. */
export type SampleSize = readonly [height: number, width: number];

/** `row:column` of each changed pixel, in the order of the draw; empty where whole areas change. */
function changedPixels({ spec, refs }: SampleJob, image: number, copy: number, size: SampleSize) {
  const ref = refs[image];
  if (spec.augment.arm !== 'pixels' || ref === undefined) return '';
  const [height, width] = size;
  const options = smallDistanceOf(spec.augment, spec.seed);
  const drawn = { height, width, key: imageKeyOf(ref) };
  const positions = smallDistancePositions(options, drawn, copy);
  return Array.from(
    positions,
    (position) => `${Math.floor(position / width)}:${position % width}`,
  ).join(' ');
}

/**
 * The lines of samples.csv, one a sample: its file, class, source (Roadside index or file), seed,
 * arm, copy, and for the arm `pixels` the number of the draw and the changed pixels.
 * @param sizes - of the samples of each image, as far as they are made
 * @param total - samples made; those of the last image may be missing in part
 */
export function* samplesCsv(
  job: SampleJob,
  sizes: readonly SampleSize[],
  total: number,
): Generator<string> {
  const { spec, refs, classes } = job;
  const { arm, samples } = spec.augment;
  yield 'file,class,source,seed,arm,copy,draw,pixels\n';
  for (let sample = 0; sample < total; sample += 1) {
    const image = Math.floor(sample / samples);
    const copy = sample - image * samples;
    const ref = refs[image];
    const size = sizes[image];
    if (ref === undefined || size === undefined) return;
    const fields = [
      csvField(samplePath(job, image, copy)),
      csvField(classes[image] ?? ''),
      csvField(sourceName(ref)),
      spec.seed,
      arm,
      copy,
      arm === 'pixels' ? FIRST_SAMPLE_DRAW + copy : '',
      changedPixels(job, image, copy, size),
    ];
    yield `${fields.join(',')}\n`;
  }
}
