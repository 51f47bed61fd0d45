import { csvField } from '../../protocol/csv-field.ts';
import { imageName, type ImageSet } from '../image-set.ts';
import { labelAt } from '../labels.ts';
import { formatPixelValue } from '../pixel-values.ts';
import { NOT_DONE } from '../predictions.ts';
import type { SweepRecord } from '../sweep-types.ts';

/** The part of a record that images.csv is written from. */
export interface ClassifiedImages extends Pick<SweepRecord, 'plan' | 'predictions'> {
  readonly images: Pick<ImageSet, 'refs' | 'labels'>;
}

/**
 * The lines of images.csv, one a classification, by image, model, cell and draw: the same lines
 * whatever the lanes, units and pauses were. `image` is the Roadside index or the name of the
 * file; `label` and `predicted` are class indices, the label of an image without one being the
 * model's own class of it unchanged. The unchanged image has count 0 and draw 0; its
 * value and region are those of the first cell and say nothing.
 */
export function* imagesCsv({ plan, images, predictions }: ClassifiedImages): Generator<string> {
  yield 'image,label,model,count,value,region,draw,predicted\n';
  const settings = plan.cells.map(
    ({ count, value, region }) => `${count},${formatPixelValue(value)},${region}`,
  );
  const [first] = plan.cells;
  const unchanged = first ? `0,${formatPixelValue(first.value)},${first.region},0` : '0,,,0';
  for (const [image, ref] of images.refs.entries()) {
    const name = csvField(imageName(ref));
    for (const [model, { id }] of plan.models.entries()) {
      const clean = predictions.clean(model)[image] ?? NOT_DONE;
      const row = `${name},${labelAt(images.labels, predictions.data.clean, model, image)},${csvField(id)}`;
      if (clean !== NOT_DONE) yield `${row},${unchanged},${clean}\n`;
      for (const [cell, setting] of settings.entries()) {
        for (let draw = 0; draw < plan.draws; draw += 1) {
          const predicted = predictions.changed(model, cell, draw)[image] ?? NOT_DONE;
          if (predicted !== NOT_DONE) yield `${row},${setting},${draw},${predicted}\n`;
        }
      }
    }
  }
}
