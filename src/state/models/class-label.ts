/** A class as people read it: "speed-limit-30" is "speed limit 30"; its number where it has no name. */
export function classLabel(names: readonly string[], index: number): string {
  return names[index]?.replaceAll(/[-_]+/g, ' ') ?? `class ${index}`;
}
