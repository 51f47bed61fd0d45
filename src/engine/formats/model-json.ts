import { LabError } from '../../protocol/lab-error.ts';
import { z } from '../../protocol/zod.ts';

/**
 * What model.json holds.
 * @throws LabError `model-corrupt` where it is not JSON
 */
export function parseModelJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new LabError(
      'model-corrupt',
      'model.json is not JSON; it may be cut short.',
      'model.json',
    );
  }
}

const graphModelSchema = z.object({
  modelTopology: z.object({ node: z.array(z.unknown()) }),
});

/** Whether model.json describes a graph model, which shares its name with the layers format. */
export function isGraphModel(json: unknown): boolean {
  return graphModelSchema.safeParse(json).success;
}
