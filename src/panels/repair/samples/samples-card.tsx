import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { saveBlob } from '../../../charts/export/save-blob.ts';
import { integer, pixelsOf } from '../../../run/number-text.ts';
import { imageSets } from '../../../state/images/image-sets.ts';
import { cardsStore } from '../../../state/models/cards-store.ts';
import { repairDraft } from '../../../state/repair/repair-draft.ts';
import { imagesOfRole } from '../../../state/repair/repair-images.ts';
import { sampleSpec, trainingPictures } from '../../../state/repair/sample-spec.ts';
import { cancelSamples, makeSamples, samplesStore } from '../../../state/repair/samples.ts';
import { Choice } from '../../shared/controls/choice.tsx';
import { NumberField } from '../../shared/controls/number-field.tsx';
import { regionText, valueText } from '../../shared/sentence/phrases.ts';
import { armText } from '../draft/repair-pieces.ts';
import { OpenedSamples } from './opened-samples.tsx';
import { SamplesProgress } from './samples-progress.tsx';
import classes from './samples-card.module.css';

/** As many files as a zip holds, less the two tables beside the samples. */
const MOST_SAMPLES = 65_533;

/** Samples as files: those of the sentence, or those that an opened file asks for. */
export function SamplesCard() {
  const opened = useStore(samplesStore, (state) => state.opened);
  return (
    <section className={classes.samples} aria-labelledby="samples-as-files">
      <h2 id="samples-as-files" className={classes.heading}>
        Samples as files
      </h2>
      {opened === null ? <SentenceSamples /> : <OpenedSamples {...opened} />}
      <SamplesProgress />
    </section>
  );
}

/** The samples of the sentence. */
function SentenceSamples() {
  const spec = useStore(repairDraft, (state) => state.spec);
  const sets = useStore(imageSets, (state) => state.sets);
  const cards = useStore(cardsStore, (state) => state.cards);
  const { seed, repair } = spec;
  const train = imagesOfRole(spec, 'train');
  const isMaking = useStore(samplesStore, ({ phase }) => phase === 'making');
  const [wanted, setImages] = useState(100);
  const [samples, setSamples] = useState(1);
  const [chosen, setChosen] = useState<number | null>(null);
  const [first = 1] = repair.counts;
  const count = chosen !== null && repair.counts.includes(chosen) ? chosen : first;
  const own = useMemo(() => trainingPictures(spec, { sets, cards }), [spec, sets, cards]);
  const most = Math.max(1, own ?? MOST_SAMPLES);
  const images = Math.min(wanted, most);
  const total = images * samples;
  const isTooMany = total > MOST_SAMPLES;
  const hasPixels = repair.arm === 'pixels';

  const make = async () => {
    const zip = await makeSamples(sampleSpec(spec, { sets, cards }, { images, samples, count }));
    if (zip !== null) saveBlob(zip, 'samples.zip');
  };

  return (
    <>
      <p className={classes.text}>
        Small-distance samples for training elsewhere, made as above:{' '}
        {hasPixels
          ? `${pixelsOf(count)} changed, ${valueText(repair.value)}, ${regionText(repair.region)}`
          : armText[repair.arm]}
        , seed {seed}
        {train.source !== 'roadside' && `, of pictures of ${train.path}`}. PNG files in a folder for
        each class, with samples.csv.
      </p>
      {hasPixels && repair.counts.length > 1 && (
        <Choice
          label="Changed pixels of the samples"
          name="sample-count"
          options={repair.counts.map((each) => ({ value: each, title: integer(each) }))}
          isChosen={(each) => each === count}
          onChoose={setChosen}
        />
      )}
      <div className={classes.fields}>
        <NumberField
          label="Training images"
          value={images}
          min={1}
          max={most}
          onValue={setImages}
        />
        <NumberField
          label="Samples of each"
          value={samples}
          min={1}
          max={1000}
          onValue={setSamples}
        />
      </div>
      {isTooMany && (
        <p role="alert" className={classes.error}>
          {integer(total)} samples do not fit into one zip: choose at most {integer(MOST_SAMPLES)}.
        </p>
      )}
      <div className={classes.buttons}>
        <Button
          variant="default"
          size="sm"
          disabled={isTooMany || isMaking || own === 0}
          onClick={() => void make()}
        >
          Make {integer(total)} {total === 1 ? 'sample' : 'samples'}
        </Button>
        {isMaking && (
          <Button variant="default" size="sm" onClick={cancelSamples}>
            Cancel
          </Button>
        )}
      </div>
    </>
  );
}
