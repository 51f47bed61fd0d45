import { useMemo } from 'react';
import { useStore } from 'zustand';
import { integer } from '../../../../run/number-text.ts';
import { experimentStore } from '../../../../state/experiment/experiment-store.ts';
import { imageSets } from '../../../../state/images/image-sets.ts';
import type { KeptImageSet } from '../../../../state/images/kept-set.ts';
import { classesOfModels } from '../../../../state/images/open-images.ts';
import { takenCount, type OwnImagesSpec } from '../../../../state/images/set-choice.ts';
import { showImageSet } from '../../../../state/images/images-view.ts';
import { cardsStore } from '../../../../state/models/cards-store.ts';
import { goToPanel } from '../../../../state/navigation/navigation-store.ts';
import { AccuracyWidth } from '../../../shared/controls/accuracy-width.tsx';
import classes from '../../../shared/controls/controls.module.css';
import { NumberField } from '../../../shared/controls/number-field.tsx';
import { Option } from '../../../shared/controls/option.tsx';
import links from '../../../shared/run/run-box.module.css';

interface OwnImagesProps {
  readonly images: OwnImagesSpec;
}

/** How many pictures of a set of one's own, and whether they have labels. */
export function OwnImages({ images }: OwnImagesProps) {
  const set = useStore(imageSets, ({ sets }) => sets.find(({ name }) => name === images.path));
  if (set !== undefined) return <KeptImages images={images} set={set} />;
  return (
    <p className={classes.hint}>
      There is no image set {images.path} here.{' '}
      <button type="button" className={links.link} onClick={() => goToPanel('images')}>
        Add it in Images
      </button>
    </p>
  );
}

function KeptImages({ images, set }: OwnImagesProps & { readonly set: KeptImageSet }) {
  const { models } = useStore(experimentStore, (state) => state.spec);
  const edit = useStore(experimentStore, (state) => state.edit);
  const cards = useStore(cardsStore, (state) => state.cards);
  const [all, known, unknown] = useMemo(() => {
    const whole = { classes: images.classes };
    const modelClasses = classesOfModels(models, cards);
    return [
      takenCount(set, modelClasses, { part: images.part, labels: 'predicted' }),
      takenCount(set, modelClasses, { ...whole, part: images.part }),
      set.images.length - takenCount(set, modelClasses, whole),
    ];
  }, [set, images, models, cards]);
  const isPredicted = images.labels === 'predicted';
  const most = isPredicted ? all : known;
  const { labels: _, ...labelled } = images;
  const { count = most } = images;
  const choose = (next: number) => edit({ images: { ...images, count: next } });
  const open = () => {
    showImageSet(set.name);
    goToPanel('images');
  };
  const turn = () =>
    edit({
      images: isPredicted
        ? { ...labelled, count: Math.max(1, Math.min(count, known)) }
        : { ...labelled, labels: 'predicted' },
    });

  return (
    <>
      {most > 0 && (
        <>
          <NumberField
            label={`Number of images, of ${integer(most)}`}
            value={Math.min(count, most)}
            min={1}
            max={most}
            onValue={choose}
          />
          <AccuracyWidth count={Math.min(count, most)} />
        </>
      )}
      <fieldset className={classes.options} aria-label="Labels">
        <Option
          type="checkbox"
          name="labels"
          checked={isPredicted}
          onChange={turn}
          title="No labels"
          detail="Each model is judged by its own class of the unchanged image, and results tell agreement instead of accuracy."
        />
      </fieldset>
      <p className={classes.hint}>
        {leftOutText(unknown, known, isPredicted)}{' '}
        <button type="button" className={links.link} onClick={open}>
          Show the set
        </button>
      </p>
    </>
  );
}

function leftOutText(out: number, known: number, isPredicted: boolean): string {
  if (isPredicted) return 'The first images in the order of the set.';
  if (known === 0) return 'The models know none of its classes: match them, or go without labels.';
  if (out === 0) return 'The first images in the order of the set, class by class.';
  return `${integer(out)} ${out === 1 ? 'picture is' : 'pictures are'} left out: the models do not know ${out === 1 ? 'its class' : 'their classes'}.`;
}
