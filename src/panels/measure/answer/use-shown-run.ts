import { useDeferredValue, useMemo } from 'react';
import { useStore } from 'zustand';
import type { SweepResult } from '../../../protocol/result.ts';
import type { Spec } from '../../../protocol/spec.ts';
import { experimentStore } from '../../../state/experiment/experiment-store.ts';
import { inputSizes, sizedModels } from '../../../state/experiment/region-rects.ts';
import { cardsStore } from '../../../state/models/cards-store.ts';
import { isUnderWay, runStore } from '../../../state/run/run-store.ts';
import { estimatesOfResult, estimatesOfTallies, type Estimate } from './curve/estimate.ts';

export interface ShownRun {
  /** The experiment of the run that is shown; before the first, the one of the sentence. */
  readonly spec: Spec;
  readonly estimates: readonly Estimate[];
  /** Null while a run goes on. */
  readonly result: SweepResult | null;
}

/** What chart and table show. */
export function useShownRun(): ShownRun {
  const planned = useStore(experimentStore, (state) => state.spec);
  const run = useStore(runStore, (state) => state.spec);
  const ended = useStore(runStore, (state) => state.result);
  const tallies = useStore(runStore, (state) => state.snapshot?.tallies);
  const isLive = useStore(runStore, ({ phase }) => isUnderWay(phase));
  const result = isLive ? null : ended;
  const spec = run ?? planned;

  const shown = useMemo(
    () => ({
      spec,
      estimates: result === null ? estimatesOfTallies(tallies ?? []) : estimatesOfResult(result),
      result,
    }),
    [spec, result, tallies],
  );
  // Drawn in slices and given up for newer figures: progress and buttons come first.
  return useDeferredValue(shown);
}

/** Height and width of the models' inputs, as far as they are known. */
export function useInputSizes({ spec, result }: Pick<ShownRun, 'spec' | 'result'>) {
  const cards = useStore(cardsStore, (state) => state.cards);
  const models = spec.models;
  return useMemo(
    () => inputSizes(result === null ? sizedModels(models, cards) : inputsOf(result)),
    [models, cards, result],
  );
}

function inputsOf({ models }: SweepResult) {
  return models.map(({ inputSize: [height, width] }) => ({
    inputSize: [height, width, 3] as [number, number, 3],
  }));
}
