/** What a lane's host platform has to bring; a browser worker and a Node thread differ only here. */
export interface BackendEnvironment {
  /** URLs of the WASM binaries; left out where the backend's package finds its own files. */
  readonly wasmUrls?: { readonly simd: string; readonly plain: string };
  /**
   * Makes `navigator.gpu` exist where the platform has none of its own.
   * @throws Error whose message says why WebGPU cannot be had
   */
  readonly installWebgpu?: () => Promise<void>;
}
