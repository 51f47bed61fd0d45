import { describe, expect, it } from 'vitest';
import { curveAxes, spanText } from '../../../../../src/panels/measure/answer/curve/curve-axes.ts';
import { figureTitle } from '../../../../../src/panels/measure/answer/curve/figure-texts.ts';
import { explanationOf } from '../../../../../src/panels/measure/answer/table/table-texts.ts';
import { pieceText } from '../../../../../src/panels/shared/sentence/pieces.ts';
import { sentencePieces } from '../../../../../src/panels/measure/experiment/sentence/sentence-pieces.ts';
import { agreementCaption } from '../../../../../src/run/finding/measure-words.ts';
import { outcomeNames } from '../../../../../src/state/attack-answer/outcome-names.ts';
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
    const { headline, details } = describeFinding(result, (id) => id);
    expect(details[0]).toMatch(/^This is agreement, not accuracy/);
    const whole = [headline, ...details].join(' ');
    expect(whole).toMatch(/changes its answer on/);
    expect(whole).not.toMatch(/wrong|right|misclassified|correct/);
    const { measure: _, ...labelled } = result;
    expect(describeFinding(labelled, (id) => id).details.join(' ')).not.toMatch(/agreement/);
  });

  it('what a run shows so far is told as agreement', async () => {
    const run = startSweep(options());
    await run.done;
    const { spec } = options();
    const text = describeInterim(run.snapshot().tallies, rankCellOf(spec), (id) => id, spec.images);
    expect(text).toMatch(
      /^So far, with 16 changed pixels, .* keeps its answer on [\d.]+ % of its images/,
    );
  });

  it('figures and tables are named so', () => {
    const { spec } = options();
    expect(figureTitle('accuracy', spec)).toBe('Agreement against changed pixels');
    expect(curveAxes(spec, 'accuracy', 'close', []).y.title).toMatch(
      /^Still classified as when unchanged/,
    );
    expect(explanationOf('accuracy', spec)).toMatch(/still classified as when unchanged/);
    expect(curveAxes(spec, 'wrong', 'close', []).reference?.label).toBe('5 % changed');
    expect(spanText('pi', 'close', spec)).toBe('To 10 % changed');
    expect(explanationOf('wrong', spec)).toMatch(/classified differently than unchanged/);
    expect(outcomeNames(spec).otherWrong).toBe('Other class');
    expect(agreementCaption(spec)).toMatch(/^ Agreement: /);
    expect(pieceText(sentencePieces(spec, (id) => id))).toMatch(
      /counting every image, by what calm, fair and wild say of it unchanged/,
    );
    const labelled = experiment(localYard()).spec;
    expect(agreementCaption(labelled)).toBe('');
    expect(outcomeNames(labelled).otherWrong).toBe('Other wrong');
    expect(figureTitle('accuracy', labelled)).toBe('Accuracy against changed pixels');
    expect(curveAxes(labelled, 'wrong', 'close', []).y.title).toMatch(/^Misclassified/);
  });
});
