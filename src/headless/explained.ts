import { LabError, type LabErrorData } from '../protocol/lab-error.ts';
import type { BackendName } from '../protocol/lane.ts';

/** Says what to install where a backend that was asked for cannot be started. */
export function explained(error: LabErrorData, backend: BackendName): LabError {
  if (error.kind !== 'no-backend' || backend !== 'webgpu') return LabError.from(error);
  const advice = 'it needs a GPU driver and the optional package webgpu, which npm ci installs';
  return new LabError(
    'no-backend',
    `--backend webgpu: ${error.message.replace(/\.$/, '')}; ${advice}`,
    '--backend',
  );
}
