import type { StoreApi } from 'zustand/vanilla';
import { imageName } from '../../run/image-set.ts';
import { asErrorData } from '../as-error-data.ts';
import { roadsidePlace, type InspectImage } from '../inspect/inspect-image.ts';
import { inspectStore } from '../inspect/inspect-store.ts';
import { boundaryJob } from '../inspect/questions/boundary.ts';
import { fragilityJob } from '../inspect/questions/fragility.ts';
import type { JobState } from '../inspect/questions/job.ts';
import { placeMapJob } from '../inspect/questions/place-map.ts';
import { worstPixelJob } from '../inspect/questions/worst-pixel.ts';
import { askToPersist } from '../storage/persistence.ts';
import { archiveStore, runsChanged } from './archive-store.ts';
import { RUN_VERSION, type ArchivedInspection } from './archived-run.ts';
import type { InspectedImage, InspectionResult } from './inspection.ts';
import { keepRun } from './kept-runs.ts';
import { questionNames } from './question-names.ts';
import { tryLater } from './run-keeper.ts';

function modelsOf({ question, answer }: InspectionResult): readonly string[] {
  switch (question) {
    case 'fragility':
      return answer.settings.models;
    case 'places':
    case 'worst-pixel':
      return [answer.settings.model];
    case 'boundary':
      return answer.rows.map(({ model }) => model);
  }
}

function inspected({ ref }: InspectImage): InspectedImage {
  if (ref.kind === 'roadside') return { source: 'roadside', index: ref.index };
  return { source: 'file', file: ref.name, sha256: ref.sha256 };
}

/** "test image 69", or the name of the file */
function nameOf({ ref }: InspectImage): string {
  const place = roadsidePlace(ref);
  return place === null ? imageName(ref) : `${place.split} image ${place.position}`;
}

async function keep(image: InspectImage, result: InspectionResult): Promise<void> {
  const { question } = result;
  const now = Date.now();
  const run: ArchivedInspection = {
    version: RUN_VERSION,
    id: crypto.randomUUID(),
    kind: 'inspection',
    name: `${questionNames[question]}, ${nameOf(image)}`,
    tags: [],
    created: now,
    updated: now,
    state: 'done',
    share: 1,
    bytes: 0,
    error: null,
    deleted: null,
    spec: { question, image: inspected(image), models: modelsOf(result) },
  };
  const { label, classNames } = image;
  const put = async (): Promise<void> => {
    try {
      await keepRun(run, { kind: 'inspection', result, label, classNames });
      archiveStore.setState({ unkept: null });
      tryLater(null);
    } catch (error) {
      archiveStore.setState({ unkept: asErrorData(error) });
      tryLater(put);
    }
  };
  await put();
  await runsChanged();
  await askToPersist().catch(() => undefined);
}

function follow<Answer>(
  store: StoreApi<JobState<Answer>>,
  resultOf: (answer: Answer) => InspectionResult,
): void {
  store.subscribe((now, before) => {
    if (now.phase !== 'done' || before.phase !== 'running' || now.result === null) return;
    const { image } = inspectStore.getState();
    if (image !== null) void keep(image, resultOf(now.result));
  });
}

/** Keeps every question about a picture that is answered from now on. */
export function keepInspections(): void {
  follow(fragilityJob.store, (answer) => ({ question: 'fragility', answer }));
  follow(placeMapJob.store, (answer) => ({ question: 'places', answer }));
  follow(worstPixelJob.store, (answer) => ({ question: 'worst-pixel', answer }));
  follow(boundaryJob.store, (answer) => ({ question: 'boundary', answer }));
}
