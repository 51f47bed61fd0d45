/** A class of a set as people read it: "speed-limit-30" is "speed limit 30". */
export function classText(className: string): string {
  return className === '' ? 'no class' : className.replaceAll(/[-_]+/g, ' ');
}
