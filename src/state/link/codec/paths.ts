/** Steps from the outside in: `['spec', 'grid', 'counts']`. */
export type Path = readonly (string | number)[];

export function startsWith(path: Path, start: Path): boolean {
  return start.every((step, at) => path[at] === step);
}

/** What stands at a path of plain data; undefined where nothing does. */
export function getAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, step) => {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    return Reflect.get(at, step);
  }, data);
}

/** The same plain data with a value at a path; objects on the way are copied or made. */
export function setAt(data: object, path: Path, value: unknown): object {
  const [step, ...rest] = path;
  if (step === undefined) return data;
  const before: unknown = getAt(data, [step]);
  const inner = typeof before === 'object' && before !== null ? before : {};
  return { ...data, [step]: rest.length === 0 ? value : setAt(inner, rest, value) };
}

/** Steps of a field's name: "grid.counts[6]" becomes grid, counts, 6. */
export function pathOfName(name: string): Path {
  return name
    .split(/[.[\]]+/)
    .filter((step) => step !== '')
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

/** Whether two pieces of plain data say the same, whatever the order of their keys. */
export function samePlain(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    return Object.is(a, b);
  }
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every(
      (key) => Object.hasOwn(b, key) && samePlain(Reflect.get(a, key), Reflect.get(b, key)),
    )
  );
}
