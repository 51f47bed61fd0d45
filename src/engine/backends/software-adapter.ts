const SOFTWARE = /swiftshader|llvmpipe|lavapipe|softpipe|software|basic render/i;

/** Whether a graphics adapter or renderer, by its names, computes on the CPU. */
export function isSoftwareAdapter(...names: readonly (string | undefined)[]): boolean {
  return names.some((name) => name !== undefined && SOFTWARE.test(name));
}
