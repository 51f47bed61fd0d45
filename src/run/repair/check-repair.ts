import { LabError } from '../../protocol/lab-error.ts';
import { specModelId } from '../../protocol/model-id.ts';
import type { Spec } from '../../protocol/spec.ts';
import { checkGrid } from '../check-spec.ts';
import { measureOf } from '../labels.ts';
import type { RepairExperiment } from './repair-types.ts';

function refuse(field: string, message: string): never {
  throw new LabError('spec-invalid', `${field}: ${message}`, field);
}

/**
 * Checks what can be known of a repair from its spec alone.
 * @throws LabError `spec-invalid` naming the field
 */
export function checkRepair(spec: Spec): RepairExperiment {
  const { repair } = spec;
  if (repair === undefined) refuse('repair', 'the spec says nothing of a repair');
  checkGrid(spec);
  const ids = spec.models.map(specModelId);
  if (!ids.includes(repair.model)) {
    refuse('repair.model', `"${repair.model}" is not one of the models (${ids.join(', ')})`);
  }
  const twice = repair.counts.findIndex((count, at) => repair.counts.indexOf(count) !== at);
  if (twice >= 0) {
    refuse(`repair.counts[${twice}]`, `${repair.counts[twice]} is listed twice; name each once`);
  }
  if (repair.arm !== 'pixels' && repair.counts.length > 1) {
    refuse('repair.counts', `"${repair.arm}" has no counts; name one, which validation uses`);
  }
  for (const [field, images] of [
    ['images', spec.images],
    ['repair.train', repair.train],
    ['repair.validation', repair.validation],
  ] as const) {
    if (images === undefined || measureOf({ images }) === 'accuracy') continue;
    refuse(
      `${field}.labels`,
      'a repair learns from true classes and cannot take "predicted"; put the images into one folder a class, or name their classes in a table',
    );
  }
  const { source } = spec.images;
  for (const part of ['train', 'validation'] as const) {
    if (source !== 'roadside' && repair[part] === undefined) {
      refuse(`repair.${part}`, 'say where these images come from, as the test images are your own');
    }
  }
  return { ...spec, repair };
}

/** "resnet-repaired-4", or "resnet-noise" where other samples than changed pixels were used. */
export function repairedId({ repair }: RepairExperiment, count: number): string {
  const { model, arm } = repair;
  return arm === 'pixels' ? `${model}-repaired-${count}` : `${model}-${arm}`;
}
