import { LabError, type LabErrorData } from '../protocol/lab-error.ts';
import type { BackendName } from '../protocol/lane.ts';
import { specModelId } from '../protocol/model-id.ts';
import type { Spec } from '../protocol/spec.ts';

/** Names the field and the file of a model that a lane could not load, which knows its id alone. */
function namingFile({ kind, message, subject }: LabErrorData, models: Spec['models']): LabError {
  const index = models.findIndex((model) => specModelId(model) === subject);
  const model = models[index];
  if (model === undefined || typeof model === 'string') {
    return new LabError(kind, message, subject);
  }
  const field = `models[${index}].path`;
  const reason = message.replace(`${subject}: `, '');
  return new LabError(kind, `${field}: ${model.path}: ${reason}`, field);
}

/** Says which file is at fault, or what to install where a backend that was asked for cannot be started. */
export function explained(
  error: LabErrorData,
  backend: BackendName,
  models: Spec['models'],
): LabError {
  if (error.kind.startsWith('model-')) return namingFile(error, models);
  if (error.kind !== 'no-backend' || backend !== 'webgpu') return LabError.from(error);
  const advice = 'it needs a GPU driver and the optional package webgpu, which npm ci installs';
  return new LabError(
    'no-backend',
    `--backend webgpu: ${error.message.replace(/\.$/, '')}; ${advice}`,
    '--backend',
  );
}
