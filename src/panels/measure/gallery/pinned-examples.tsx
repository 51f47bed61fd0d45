import { useMediaQuery } from '@mantine/hooks';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { integer } from '../../../run/number-text.ts';
import type { AttackResult } from '../../../protocol/attack-result.ts';
import type { AttackRecord } from '../../../run/attack/attack-types.ts';
import { formatPixelValue } from '../../../run/pixel-values.ts';
import {
  attackViewStore,
  type Outcome,
  type PinnedAttack,
} from '../../../state/attack-answer/attack-view-store.ts';
import { outcomeNames, outcomes } from '../../../state/attack-answer/outcome-names.ts';
import { picturesOf, type AttackPictures } from '../../../state/gallery/attack-pictures.ts';
import { galleryView } from '../../../state/gallery/gallery-view.ts';
import { lastBackend } from '../../../state/gallery/last-backend.ts';
import { CellChoice } from './cell-choice.tsx';
import { ExampleSummary } from './example-summary.tsx';
import { GalleryHint } from './gallery-hint.tsx';
import { PicturePages } from './picture-pages.tsx';
import { strengthText } from './picture-steps.ts';

interface PinnedExamplesProps {
  readonly result: AttackResult;
  readonly record: AttackRecord;
  readonly pinned: PinnedAttack;
  readonly pictures: AttackPictures;
}

/** The adversarial examples of one model at one setting, in pages by what became of them. */
export function PinnedExamples({ result, record, pinned, pictures }: PinnedExamplesProps) {
  const pin = (change: Partial<PinnedAttack>) =>
    attackViewStore.getState().pin({ ...pinned, ...change });
  const { attacks } = record.plan;
  const { model, epsilon, count, value, region } = pinned;
  return (
    <>
      <CellChoice record={record} pinned={pinned} onPin={pin}>
        <span>under attack{attacks.length > 1 ? ' at' : ''}</span>
        {attacks.length > 1 && (
          <select
            aria-label="Size of the attack on the pictures"
            value={pictures.attack.index}
            onChange={({ currentTarget }) =>
              pin({ epsilon: attacks[Number(currentTarget.value)]?.epsilon ?? null })
            }
          >
            {attacks.map((each) => (
              <option key={each.index} value={each.index}>
                {strengthText(each)}
              </option>
            ))}
          </select>
        )}
      </CellChoice>
      <ExampleSummary result={result} pinned={pinned} />
      <Pages
        key={`${model} ${epsilon} ${count} ${formatPixelValue(value)} ${region}`}
        result={result}
        record={record}
        pictures={pictures}
        outcome={pinned.outcome}
        onOutcome={(outcome) => pin({ outcome })}
      />
    </>
  );
}

interface PagesProps {
  readonly result: AttackResult;
  readonly record: AttackRecord;
  readonly pictures: AttackPictures;
  readonly outcome: Outcome;
  readonly onOutcome: (outcome: Outcome) => void;
}

function Pages({ result, record, pictures, outcome, onOutcome }: PagesProps) {
  const draw = useStore(galleryView, (state) => state.draw);
  const source = useMemo(() => {
    const { model, cell, draws, attack } = pictures;
    const passing = picturesOf(pictures, { show: outcome, draw });
    return {
      place: { record, backend: lastBackend(result.manifest.backend), model, cell, draws },
      attack,
      total: passing.length,
      part: (start: number, most: number) => passing.slice(start, start + most),
    };
  }, [record, result, pictures, outcome, draw]);
  const isNarrow = useMediaQuery('(width < 600px)', false, { getInitialValueInEffect: false });
  const names = outcomeNames(result.spec);
  const groups = outcomes.map((each) => {
    const count = picturesOf(pictures, { show: each, draw }).length;
    const label = names[each];
    return { value: each, label: isNarrow ? label : `${label} ${integer(count)}` };
  });

  return (
    <PicturePages
      groups={groups}
      filter={{ show: outcome, draw }}
      onFilter={(next) => {
        galleryView.setState({ draw: next.draw, start: 0, opened: null });
        if (next.show !== outcome) onOutcome(next.show);
      }}
      source={source}
      none={<Nothing pictures={pictures} outcome={outcome} />}
    />
  );
}

const nothing: Readonly<Record<Outcome, string>> = {
  restored: 'No example is restored here.',
  stillAdversarial: 'No example keeps the class that the attack gave it here.',
  otherWrong: 'No example goes to a third class here.',
};

function Nothing({ pictures, outcome }: Pick<PagesProps, 'pictures' | 'outcome'>) {
  return (
    <GalleryHint>
      {pictures.examples === 0
        ? 'The attack made no adversarial example of these images at this size.'
        : nothing[outcome]}
    </GalleryHint>
  );
}
