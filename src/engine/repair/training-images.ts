import type { FileAccess } from '../../images/read-image.ts';
import type { ImageRef } from '../../protocol/image-ref.ts';
import type { RepairRequest } from '../../protocol/repair-lane.ts';
import { ImageStore } from '../lane/image-store.ts';

function identity(ref: ImageRef): string {
  return ref.kind === 'roadside' ? String(ref.index) : ref.sha256;
}

/** The images of trainings in a lane; those that the next training shares are not decoded again. */
export class TrainingImages {
  readonly #store: ImageStore;
  #open = '';

  constructor(access: FileAccess) {
    this.#store = new ImageStore(access);
  }

  /** Training images, followed by those for validation. */
  open({ train, validation }: RepairRequest): ImageStore {
    const refs = [...train.refs, ...validation.refs];
    const key = refs.map(identity).join(' ');
    if (key !== this.#open) this.#store.open(refs);
    this.#open = key;
    return this.#store;
  }
}
