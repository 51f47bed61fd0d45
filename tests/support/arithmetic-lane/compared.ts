import type { SpecInput } from '../../../src/protocol/spec.ts';
import type { ComparedModel } from '../../../src/run/compare/compare-types.ts';
import type { SweepModel, SweepOptions } from '../../../src/run/sweep-types.ts';
import { arithmeticModel, experiment } from './experiment.ts';
import { localYard } from './open.ts';
import { finish } from './outcomes.ts';

export const calm = arithmeticModel('calm', { seed: 1, noise: 20 });
export const wild = arithmeticModel('wild', { seed: 3, noise: 120 });

/** The models of a sweep of their own, as columns to compare. */
export async function columns(
  models: readonly SweepModel[],
  spec: Partial<SpecInput> = {},
  options: Partial<SweepOptions> = {},
): Promise<ComparedModel[]> {
  const outcome = await finish(experiment(localYard(), spec, { models, ...options }));
  const { record } = outcome;
  if (!record) throw new Error('no record');
  return record.plan.models.map(({ id }, model) => ({ name: id, backend: 'cpu', record, model }));
}

/** A model that was swept alone. */
export async function one(
  model: SweepModel,
  spec: Partial<SpecInput> = {},
  options: Partial<SweepOptions> = {},
): Promise<ComparedModel> {
  const [column] = await columns([model], spec, options);
  if (!column) throw new Error('no model');
  return column;
}
