import { useStore } from 'zustand';
import { integer } from '../../../run/number-text.ts';
import type { ImagesSpec } from '../../../protocol/spec.ts';
import { imageSets } from '../../../state/images/image-sets.ts';
import { ROADSIDE } from '../../../state/images/images-view.ts';
import type { KeptImageSet } from '../../../state/images/kept-set.ts';
import { OptionList } from './option-list.tsx';

interface SetListProps {
  readonly label: string;
  /** Of the group of options, once in a page. */
  readonly name: string;
  /** Where the images come from now. */
  readonly images: ImagesSpec;
  /** @param set null for Roadside */
  readonly onChoose: (set: KeptImageSet | null) => void;
}

/** Roadside, the sets of this browser, and one that is asked for but not here; nothing without a choice. */
export function SetList({ label, name, images, onChoose }: SetListProps) {
  const sets = useStore(imageSets, (state) => state.sets);
  const own = images.source === 'roadside' ? null : images.path;
  if (sets.length === 0 && own === null) return null;
  const isMissing = own !== null && !sets.some((set) => set.name === own);
  return (
    <OptionList
      label={label}
      name={name}
      chosen={own ?? ROADSIDE}
      onChoose={(wanted) => onChoose(sets.find((set) => set.name === wanted) ?? null)}
      options={[
        { value: ROADSIDE, title: 'Roadside', detail: 'Road signs drawn here in the browser' },
        ...sets.map((set) => ({
          value: set.name,
          title: set.name,
          detail: `${integer(set.images.length)} of your pictures`,
        })),
        ...(isMissing ? [{ value: own, title: own, detail: 'Not in this browser' }] : []),
      ]}
    />
  );
}
