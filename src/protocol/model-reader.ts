import type { ImageRef } from './image-ref.ts';
import type { Answer } from './lab-error.ts';
import type { ModelData, ModelFiles } from './model-files.ts';
import type { ModelInspection } from './model-inspection.ts';
import type { ModelSource, ReadingProgress, ReadModel, SeenPicture } from './model-source.ts';
import type { Preprocess } from './spec.ts';

/** [height, width], for a model that leaves it open. */
export type PictureSize = readonly [number, number];

/** Reads and inspects models, and shows what one makes of a picture; not a lane, nothing is measured here. */
export interface ModelReaderApi {
  read(
    source: ModelSource,
    onProgress: (progress: ReadingProgress) => void,
  ): Promise<Answer<ReadModel>>;
  inspect(data: ModelData, size: PictureSize | null): Promise<Answer<ModelInspection>>;
  /** Takes a model in for {@link look}; the one before is dropped. */
  open(files: ModelFiles): Promise<Answer<null>>;
  look(image: ImageRef, preprocess: Preprocess): Promise<Answer<SeenPicture>>;
}
