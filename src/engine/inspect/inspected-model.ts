import { LabError } from '../../protocol/lab-error.ts';
import type { AttackTarget } from '../attacks/attack-target.ts';
import type { RunningBackend } from '../backends/running-backend.ts';
import { attackTarget } from '../lane/attack-target.ts';
import type { InputGeometry } from '../lane/input-geometry.ts';
import type { ModelOfLane } from '../lane/load-model.ts';
import { targetLogits } from '../lane/target-logits.ts';
import { topClasses } from '../lane/top-classes.ts';

/** What pictures came to, in their order. */
export interface Judged {
  /** Logits of each picture. */
  readonly logits: readonly Float32Array[];
  readonly predicted: Uint16Array;
  /** Largest logit minus the runner-up. */
  readonly margins: Float32Array;
}

/** A loaded model as the questions about single pictures see it. */
export interface InspectedModel {
  readonly target: AttackTarget;
  readonly geometry: InputGeometry;
  readonly judge: (pictures: readonly Uint8Array[]) => Promise<Judged>;
  /** @throws LabError `internal` where bytes or class are not those of the model */
  readonly check: (bytes: Uint8Array, label?: number) => void;
}

export function inspectedModel(
  model: ModelOfLane,
  backend: Pick<RunningBackend, 'latch'>,
): InspectedModel {
  const target = attackTarget(model, backend);
  const { geometry } = model.transform;
  const { id, classes } = model.facts;
  return {
    target,
    geometry,
    judge: async (pictures) => {
      const values = await targetLogits(target, pictures);
      const predicted = new Uint16Array(pictures.length);
      const margins = new Float32Array(pictures.length);
      topClasses(values, classes, predicted, margins);
      const logits = pictures.map((_, at) => values.subarray(at * classes, (at + 1) * classes));
      return { logits, predicted, margins };
    },
    check: (bytes, label = 0) => {
      const { height, width } = geometry;
      if (bytes.length !== height * width * 3) {
        throw new LabError(
          'internal',
          `${id} takes pictures of ${height}x${width} pixels, not of ${bytes.length} bytes`,
          id,
        );
      }
      if (!Number.isInteger(label) || label < 0 || label >= classes) {
        throw new LabError('internal', `${id} has ${classes} classes, and none is ${label}`, id);
      }
    },
  };
}
