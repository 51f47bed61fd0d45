import { describe, expect, it } from 'vitest';
import { curveAxes } from '../../../../../src/panels/measure/answer/curve/curve-axes.ts';
import { figureTitle } from '../../../../../src/panels/measure/answer/curve/figure-texts.ts';
import { explanationOf } from '../../../../../src/panels/measure/answer/table/table-texts.ts';
import { describeFinding } from '../../../../../src/run/finding/sweep/describe-finding.ts';
import { describeInterim } from '../../../../../src/run/finding/sweep/describe-interim.ts';
import { rankCellOf } from '../../../../../src/run/plan.ts';
import { startSweep } from '../../../../../src/run/sweep.ts';
import { experiment, unlabelled } from '../../../../support/arithmetic-lane/experiment.ts';
import { localYard } from '../../../../support/arithmetic-lane/open.ts';
import { finish } from '../../../../support/arithmetic-lane/outcomes.ts';

const options = () =>
  experiment(localYard(), unlabelled.spec, { images: unlabelled.images(), snapshotEvery: 0 });

describe('over images without labels', () => {
  it('every finding says agreement, not accuracy', async () => {
    const { result } = await finish(options());
    if (!result) throw new Error('no result');
    const { details } = describeFinding(result, (id) => id);
    expect(details[0]).toMatch(/^This is agreement, not accuracy/);
    const { measure: _, ...labelled } = result;
    expect(describeFinding(labelled, (id) => id).details.join(' ')).not.toMatch(/agreement/);
  });

  it('what a run shows so far is told as agreement', async () => {
    const run = startSweep(options());
    await run.done;
    const { spec } = options();
    const text = describeInterim(run.snapshot().tallies, rankCellOf(spec), (id) => id, spec.images);
    expect(text).toMatch(
      /^So far, with 16 changed pixels, the answers still agree with those on the unchanged images: /,
    );
  });

  it('figures and tables are named so', () => {
    const { spec } = options();
    expect(figureTitle('accuracy', spec)).toBe('Agreement against changed pixels');
    expect(curveAxes(spec, 'accuracy', 'close', []).y.title).toMatch(
      /^Still classified as when unchanged/,
    );
    expect(explanationOf('accuracy', spec)).toMatch(/still classified as when unchanged/);
    const labelled = experiment(localYard()).spec;
    expect(figureTitle('accuracy', labelled)).toBe('Accuracy against changed pixels');
    expect(curveAxes(labelled, 'wrong', 'close', []).y.title).toMatch(/^Misclassified/);
  });
});
