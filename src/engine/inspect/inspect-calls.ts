import type { InspectLaneApi, SearchKind } from '../../protocol/inspect.ts';
import { LabError, type Answer } from '../../protocol/lab-error.ts';
import { boundary } from './boundary.ts';
import { classifyDraws } from './classify-draws.ts';
import { classifyPlaces } from './classify-places.ts';
import type { InspectedModel } from './inspected-model.ts';
import { look } from './look.ts';
import { pixelSearch, type PixelSearch } from './pixel-search.ts';
import { saliency } from './saliency.ts';

/** Answers a call once the earlier ones are done. */
type Queued = <T>(call: () => Promise<T>) => Promise<Answer<T>>;

/** The calls of a lane about single pictures. */
export function inspectCalls(
  queued: Queued,
  modelOf: (id: string) => InspectedModel,
): InspectLaneApi {
  const searches = new Map<SearchKind, PixelSearch>();
  const under = (search: SearchKind): PixelSearch => {
    const found = searches.get(search);
    if (found === undefined) throw new LabError('internal', 'No search is open in the lane.');
    return found;
  };
  return {
    look: ({ models, bytes }) =>
      queued(async () => {
        const looks = [];
        for (const id of models) looks.push(await look(modelOf(id), bytes));
        return looks;
      }),
    classifyDraws: (request) => queued(async () => classifyDraws(modelOf(request.model), request)),
    classifyPlaces: (request) =>
      queued(async () => classifyPlaces(modelOf(request.model), request)),
    saliency: ({ model, bytes, label }) =>
      queued(async () => saliency(modelOf(model), bytes, label)),
    boundary: ({ model, bytes, label }) =>
      queued(async () => boundary(modelOf(model), bytes, label)),
    openSearch: (request) =>
      queued(async () => {
        const model = modelOf(request.model);
        for (const kind of ['evolution', 'random'] as const) {
          searches.set(kind, pixelSearch(model, request, kind));
        }
        return null;
      }),
    searchGeneration: ({ search }) => queued(() => under(search).next()),
  };
}
