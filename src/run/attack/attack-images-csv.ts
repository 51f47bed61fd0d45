import { NOT_CLASSIFIED } from '../../protocol/attack.ts';
import { csvField } from '../../protocol/csv-field.ts';
import { imageName } from '../image-set.ts';
import { labelAt } from '../labels.ts';
import { formatPixelValue } from '../pixel-values.ts';
import { NOT_DONE } from '../predictions.ts';
import { detailAt } from './attack-details.ts';
import type { AttackRecord } from './attack-types.ts';

const COLUMNS =
  'image,label,model,count,value,region,draw,predicted,' +
  'picture,epsilon,changedPixels,zeroGradients,largestDelta,queries';

/** The lines of one image under one attack, the attacked picture first. */
function* attackLines(
  { plan, predictions, details }: AttackRecord,
  row: string,
  image: number,
  model: number,
  attack: number,
): Generator<string> {
  const predicted = predictions.changed(model, attack, 0)[image] ?? NOT_DONE;
  if (predicted === NOT_DONE) return;
  const { changed, ...detail } = detailAt(details, model, attack);
  const epsilon = plan.attacks[attack]?.epsilon ?? '';
  const facts = [
    detail.changedPixels[image],
    detail.zeroGradients[image],
    detail.largestDelta[image],
    detail.queries[image],
  ];
  yield `${row},0,,,0,${predicted},adversarial,${epsilon},${facts.join(',')}\n`;
  for (const { index, count, value, region } of plan.cells) {
    const setting = `${count},${formatPixelValue(value)},${region}`;
    for (let draw = 0; draw < plan.draws; draw += 1) {
      const after = changed[index * plan.draws + draw]?.[image] ?? NOT_CLASSIFIED;
      if (after === NOT_CLASSIFIED) continue;
      yield `${row},${setting},${draw},${after},adversarial,${epsilon},,,,\n`;
    }
  }
}

/**
 * The lines of an attack's images.csv, one a classification, by image, model, epsilon, cell and
 * draw: the columns of a sweep's, then what was classified. Count 0 is a picture without random
 * pixels: `unchanged` the image itself, `adversarial` the attacked one, which an example is where
 * its prediction is wrong. Only examples have further lines.
 */
export function* attackImagesCsv(record: AttackRecord): Generator<string> {
  const { plan, images, predictions } = record;
  yield `${COLUMNS}\n`;
  for (const [image, ref] of images.refs.entries()) {
    const name = csvField(imageName(ref));
    for (const [model, { id }] of plan.models.entries()) {
      const row = `${name},${labelAt(images.labels, predictions.data.clean, model, image)},${csvField(id)}`;
      const clean = predictions.clean(model)[image] ?? NOT_DONE;
      if (clean !== NOT_DONE) yield `${row},0,,,0,${clean},unchanged,,,,,\n`;
      for (const { index } of plan.attacks) yield* attackLines(record, row, image, model, index);
    }
  }
}
