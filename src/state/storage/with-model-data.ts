import type { KeptModel } from '../models/kept-model.ts';

/** A repaired model as version 1 kept it: without the name of its format. */
interface FirstModel extends Omit<KeptModel, 'files'> {
  readonly files: Omit<KeptModel['files'], 'data'> & {
    readonly topology: string;
    readonly weights: ArrayBuffer;
  };
}

/** A repaired model as it is kept now, from either version. */
export function withModelData(model: KeptModel | FirstModel): KeptModel {
  if (!('topology' in model.files)) return { ...model, files: model.files };
  const { topology, weights, ...files } = model.files;
  return { ...model, files: { ...files, data: { format: 'tfjs', topology, weights } } };
}
