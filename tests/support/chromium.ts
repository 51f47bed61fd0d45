import { existsSync } from 'node:fs';

/**
 * Flags that give WebGL and WebGPU software adapters and keep Chromium off the network.
 * The page itself is composed on the processor: to draw it through a software adapter takes more
 * of the processor than most tests do.
 */
export const chromiumArgs: string[] = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--enable-features=Vulkan',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-gpu-compositing',
];

const candidates = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** An installed Chromium, or undefined where Playwright's own download is to be used. */
export function chromiumPath(): string | undefined {
  return candidates.find((path): path is string => path !== undefined && existsSync(path));
}
