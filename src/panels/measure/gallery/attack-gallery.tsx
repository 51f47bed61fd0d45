import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { pixelsOf } from '../../../run/number-text.ts';
import type { AttackResult } from '../../../protocol/attack-result.ts';
import { attackViewStore } from '../../../state/attack-answer/attack-view-store.ts';
import { attackPictures, mostRestored } from '../../../state/gallery/attack-pictures.ts';
import { modelName } from '../../../state/models/model-list.ts';
import { shownAttackRecord } from '../../../state/run/run-controller.ts';
import { runStore } from '../../../state/run/run-store.ts';
import { GalleryFrame } from './gallery-frame.tsx';
import { GalleryHint } from './gallery-hint.tsx';
import { PinnedExamples } from './pinned-examples.tsx';

/** The adversarial examples behind a point, and what random pixels make of them. */
export function AttackGallery() {
  const phase = useStore(runStore, (state) => state.phase);
  const result = useStore(runStore, (state) => state.attackResult);
  return (
    <GalleryFrame
      phase={phase}
      hasResult={result !== null}
      promise="When a run has ended, each point of the curve opens here: images as they were, attacked, and attacked with random pixels."
    >
      {result !== null && <EndedAttack result={result} />}
    </GalleryFrame>
  );
}

function EndedAttack({ result }: { readonly result: AttackResult }) {
  const pinned = useStore(attackViewStore, (state) => state.pinned);
  // Belongs to this result: both are replaced together.
  const record = useMemo(() => (result === null ? null : shownAttackRecord()), [result]);
  const pictures = useMemo(
    () => record && pinned && attackPictures(record, pinned),
    [record, pinned],
  );
  if (record === null) return null;
  if (pinned === null || pictures === null) return <NothingPinned result={result} />;
  return <PinnedExamples result={result} record={record} pinned={pinned} pictures={pictures} />;
}

/** Says what to click, and offers the point where most examples are restored. */
function NothingPinned({ result }: { readonly result: AttackResult }) {
  const most = mostRestored(result);
  if (most === null) {
    return (
      <GalleryHint>
        The attack made no adversarial example, so there is nothing to show. A larger ε makes some.
      </GalleryHint>
    );
  }
  return (
    <>
      <GalleryHint>
        Click a point of the curve to see the examples behind it: each image as it was, attacked,
        and attacked with random pixels.
      </GalleryHint>
      <Button
        variant="default"
        size="sm"
        title={`${modelName(most.model)}, ${pixelsOf(most.count)} changed`}
        onClick={() => attackViewStore.getState().pin(most)}
      >
        {most.outcome === 'restored' ? 'Show where most are restored' : 'Show some examples'}
      </Button>
    </>
  );
}
