import { z } from '../../protocol/zod.ts';
import { LabError } from '../../protocol/lab-error.ts';

const jsonLabels = z.union([
  z.array(z.string()),
  z.record(z.string().regex(/^\d+$/), z.union([z.string(), z.array(z.string()).min(1)])),
]);

function refuse(name: string, message: string): never {
  throw new LabError('spec-invalid', `${name}: ${message}`, name);
}

function fromJson(text: string, name: string): string[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return refuse(name, `not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const parsed = jsonLabels.safeParse(json);
  if (!parsed.success) {
    return refuse(name, 'labels are a list of names, or an object from class index to name');
  }
  if (Array.isArray(parsed.data)) return parsed.data;
  const byIndex = parsed.data;
  return Array.from({ length: Object.keys(byIndex).length }, (_, index) => {
    const entry = byIndex[String(index)];
    if (entry === undefined) return refuse(name, `class ${index} has no name`);
    return typeof entry === 'string' ? entry : (entry.at(-1) ?? '');
  });
}

/**
 * Class names in the order of a model's outputs: from JSON (a list, or an object from index to
 * name or to [code, name]) where the file is called .json, else one name a line.
 * @param name - what errors call the file
 * @throws LabError `spec-invalid` naming the file
 */
export function parseLabels(text: string, name: string): string[] {
  const plain = text.replace(/^\uFEFF/, '');
  const labels = /\.json$/i.test(name)
    ? fromJson(plain, name)
    : plain
        .replace(/\s+$/, '')
        .split(/\r?\n/)
        .map((line) => line.trim());
  const empty = labels.findIndex((label) => label === '');
  if (empty >= 0) refuse(name, `class ${empty} has an empty name`);
  return labels;
}
