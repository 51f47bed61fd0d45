import { Button } from '@mantine/core';
import { useStore } from 'zustand';
import { saveBlob } from '../../../charts/export/save-blob.ts';
import { integer, pixelsOf } from '../../../run/number-text.ts';
import type { AugmentJobSpec } from '../../../protocol/augment-job.ts';
import {
  cancelSamples,
  closeSamples,
  makeSamples,
  samplesStore,
} from '../../../state/repair/samples.ts';
import { imagesPhrase, regionText, valueText } from '../../shared/sentence/phrases.ts';
import classes from './samples-card.module.css';

function changesText({ augment }: AugmentJobSpec): string {
  switch (augment.arm) {
    case 'pixels':
      return `${pixelsOf(augment.count)} changed, ${valueText(augment.value)}, ${regionText(augment.region)}`;
    case 'noise':
      return `Gaussian noise of ${augment.deviation} bytes`;
    case 'flip-shift':
      return `flips with probability ${augment.flip}, shifts of up to ${augment.shift} of the side`;
    case 'erasing':
      return `a random patch of ${augment.area.join(' to ')} of the image erased`;
  }
}

interface OpenedSamplesProps {
  readonly file: string;
  readonly spec: AugmentJobSpec;
}

/** The samples that a file asks for. */
export function OpenedSamples({ file, spec }: OpenedSamplesProps) {
  const isMaking = useStore(samplesStore, ({ phase }) => phase === 'making');
  const { samples, size } = spec.augment;
  const make = async () => {
    const zip = await makeSamples(spec);
    if (zip !== null) saveBlob(zip, 'samples.zip');
  };
  return (
    <>
      <p className={classes.text}>
        <strong>{file}</strong> asks for {integer(samples)} {samples === 1 ? 'sample' : 'samples'}{' '}
        of each of {imagesPhrase(spec.images)}: {changesText(spec)}
        {size !== undefined && `, scaled to ${size.join(' × ')}`}, seed {spec.seed}.
      </p>
      <div className={classes.buttons}>
        <Button variant="default" size="sm" disabled={isMaking} onClick={() => void make()}>
          Make these samples
        </Button>
        <Button variant="default" size="sm" onClick={isMaking ? cancelSamples : closeSamples}>
          {isMaking ? 'Cancel' : 'Back to the sentence’s'}
        </Button>
      </div>
    </>
  );
}
