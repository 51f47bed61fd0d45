import type { ImageRef } from '../../protocol/image-ref.ts';
import { LabError } from '../../protocol/lab-error.ts';
import type { StoreApi } from 'zustand/vanilla';
import { imageSets } from '../images/image-sets.ts';
import { imageFile } from '../images/set-files.ts';
import { openImage } from '../inspect/inspector.ts';
import { inspectStore } from '../inspect/inspect-store.ts';
import { boundaryJob } from '../inspect/questions/boundary.ts';
import { fragilityJob } from '../inspect/questions/fragility.ts';
import type { JobState } from '../inspect/questions/job.ts';
import { placeMapJob } from '../inspect/questions/place-map.ts';
import { worstPixelJob } from '../inspect/questions/worst-pixel.ts';
import { listedModelIds, modelList } from '../models/model-list.ts';
import { goToPanel } from '../navigation/navigation-store.ts';
import type { ArchivedInspection } from './archived-run.ts';
import type { InspectedImage, InspectionResult } from './inspection.ts';
import type { ArchivedContent } from './run-content.ts';

type InspectionContent = Extract<ArchivedContent, { kind: 'inspection' }>;

/** @throws LabError `image-missing` where the picture is in no set of this browser any more */
async function refOf(image: InspectedImage): Promise<ImageRef> {
  if (image.source === 'roadside') return { kind: 'roadside', index: image.index };
  const { file: name, sha256 } = image;
  for (const set of imageSets.getState().sets) {
    const found = set.images.find((each) => each.sha256 === sha256);
    if (found === undefined) continue;
    return { kind: 'file', name, content: await imageFile(set.name, found.file), sha256 };
  }
  throw new LabError(
    'image-missing',
    `${name} is in no image set of this browser any more. Add it in Images, then open the answer again.`,
    name,
  );
}

function settle<Answer>(store: StoreApi<JobState<Answer>>, result: Answer): void {
  store.setState({ phase: 'done', done: 1, total: 1, secondsLeft: null, result, error: null });
}

function showAnswer({ question, answer }: InspectionResult): void {
  switch (question) {
    case 'fragility':
      settle(fragilityJob.store, answer);
      break;
    case 'places':
      settle(placeMapJob.store, answer);
      break;
    case 'worst-pixel':
      settle(worstPixelJob.store, answer);
      break;
    case 'boundary':
      settle(boundaryJob.store, answer);
      break;
  }
}

/**
 * Shows a picture with the answer that was found about it.
 * @throws LabError `image-missing` where the picture, `model-missing` where every model is gone
 */
export async function openInspection(
  { spec }: ArchivedInspection,
  { result, label, classNames }: InspectionContent,
): Promise<void> {
  const listed = listedModelIds(modelList.getState());
  const models = spec.models.filter((id) => listed.includes(id));
  if (models.length === 0) {
    const [first = ''] = spec.models;
    throw new LabError('model-missing', `${first} is not kept in this browser any more.`, first);
  }
  const image = { ref: await refOf(spec.image), label, classNames };
  inspectStore.setState({ models });
  // Forgets earlier answers before anything is awaited.
  const opened = openImage({
    image,
    // Distances are of the picture as it was and as it had been changed.
    ...(result.question === 'boundary' && { editsOf: () => result.answer.edits }),
  });
  showAnswer(result);
  goToPanel('inspect');
  await opened;
}
