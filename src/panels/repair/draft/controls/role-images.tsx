import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { integer } from '../../../../run/number-text.ts';
import { imageSets } from '../../../../state/images/image-sets.ts';
import { showImageSet } from '../../../../state/images/images-view.ts';
import type { KeptImageSet } from '../../../../state/images/kept-set.ts';
import { classesOfModels } from '../../../../state/images/open-images.ts';
import { takenCount, type OwnImagesSpec } from '../../../../state/images/set-choice.ts';
import { cardsStore } from '../../../../state/models/cards-store.ts';
import { goToPanel } from '../../../../state/navigation/navigation-store.ts';
import { repairDraft } from '../../../../state/repair/repair-draft.ts';
import {
  imagesOfRole,
  withCount,
  withRoadside,
  withSet,
  type RepairRole,
} from '../../../../state/repair/repair-images.ts';
import classes from '../../../shared/controls/controls.module.css';
import { NumberField } from '../../../shared/controls/number-field.tsx';
import { SetList } from '../../../shared/controls/set-list.tsx';
import links from '../../../shared/run/run-box.module.css';
import { useDraft } from '../use-draft.ts';

interface RoleImagesProps {
  readonly purpose: RepairRole;
  /** How messages and fields call the images. */
  readonly kind: 'training' | 'validation' | 'test';
  /** How many of Roadside, where these are taken. */
  readonly children: ReactNode;
}

/** Where the images of a repair come from for one of its purposes, and how many. */
export function RoleImages({ purpose, kind, children }: RoleImagesProps) {
  const { spec, repair } = useDraft();
  const replace = useStore(repairDraft, (state) => state.replace);
  const sets = useStore(imageSets, (state) => state.sets);
  const images = imagesOfRole(spec, purpose);

  const choose = (set: KeptImageSet | null) => {
    const known = classesOfModels([repair.model]);
    replace(set === null ? withRoadside(spec) : withSet(spec, { role: purpose, set }, sets, known));
  };

  return (
    <>
      <SetList
        label={`Where the ${kind} images come from`}
        name={`${purpose}-set`}
        images={images}
        onChoose={choose}
      />
      {images.source === 'roadside' ? (
        children
      ) : (
        <OwnCount purpose={purpose} kind={kind} images={images} />
      )}
    </>
  );
}

interface OwnCountProps extends Pick<RoleImagesProps, 'purpose' | 'kind'> {
  readonly images: OwnImagesSpec;
}

function OwnCount({ purpose, kind, images }: OwnCountProps) {
  const { spec, repair } = useDraft();
  const replace = useStore(repairDraft, (state) => state.replace);
  const set = useStore(imageSets, ({ sets }) => sets.find(({ name }) => name === images.path));
  const cards = useStore(cardsStore, (state) => state.cards);
  const { model } = repair;
  const most = useMemo(
    () => set && takenCount(set, classesOfModels([model], cards), images),
    [set, images, model, cards],
  );
  if (most === undefined) {
    return (
      <p className={classes.hint}>
        There is no image set {images.path} here.{' '}
        <button type="button" className={links.link} onClick={() => goToPanel('images')}>
          Add it in Images
        </button>
      </p>
    );
  }
  const open = () => {
    showImageSet(images.path);
    goToPanel('images');
  };
  return (
    <>
      {most > 0 && (
        <NumberField
          label={`Number of ${kind} images, of ${integer(most)}`}
          value={Math.min(images.count ?? most, most)}
          min={1}
          max={most}
          onValue={(count) => replace(withCount(spec, purpose, count))}
        />
      )}
      <p className={classes.hint}>
        {hint(images, repair.classes?.length)}{' '}
        <button type="button" className={links.link} onClick={open}>
          Show the set
        </button>
      </p>
    </>
  );
}

function hint({ path, part }: OwnImagesSpec, classCount: number | undefined): string {
  const shared =
    part === undefined
      ? `All pictures of ${path} that the model has a class for.`
      : `${path} is dealt out in turn, picture by picture, so that no picture is used twice. For sets that are apart, choose others for validation and test.`;
  if (classCount === undefined) return shared;
  return `${shared} Only the ${integer(classCount)} classes of the training images take part, for the original as well.`;
}
