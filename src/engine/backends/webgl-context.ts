export interface OwnedContext {
  readonly canvas: OffscreenCanvas;
  readonly gl: WebGL2RenderingContext;
}

/**
 * A WebGL 2 context on a canvas of its own, without the buffers that only drawing needs.
 * Software renderers are accepted: whoever chooses the backend ranks them.
 * @throws Error that says why there is none
 */
export function requestWebglContext(): OwnedContext {
  if (typeof OffscreenCanvas === 'undefined') {
    throw new Error('there is no OffscreenCanvas in this thread');
  }
  const canvas = new OffscreenCanvas(1, 1);
  const gl = canvas.getContext('webgl2', {
    alpha: false,
    antialias: false,
    premultipliedAlpha: false,
    preserveDrawingBuffer: false,
    depth: false,
    stencil: false,
  });
  if (gl === null) throw new Error('the browser gives no WebGL 2 context');
  return { canvas, gl };
}

/** Name of the renderer behind a context, as far as the browser tells. */
export function webglRenderer(gl: WebGL2RenderingContext): string {
  const debug = gl.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = gl.getParameter(debug?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER);
  return typeof name === 'string' && name !== '' ? name : 'unnamed renderer';
}
