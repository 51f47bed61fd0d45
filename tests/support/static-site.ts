import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

async function answer(response: ServerResponse, file: string | null): Promise<void> {
  try {
    if (file === null) throw new RangeError('the file lies elsewhere');
    const content = await readFile(file);
    const type = types[extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type }).end(content);
  } catch {
    response.writeHead(404).end();
  }
}

/** A host of files that knows nothing of the lab. */
export interface StaticSite {
  /** Of the folder, with a slash at the end. */
  readonly address: string;
  /** Stops answering at once. */
  readonly stop: () => Promise<void>;
}

/**
 * Serves the files of a folder as the plainest host would: with their type, and no other header.
 * @param path of the folder on the host, with a slash at both ends
 */
export async function serveFolder(folder: string, path: string): Promise<StaticSite> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const inside = normalize(decodeURIComponent(pathname)).replace(/\/$/, '/index.html');
    const file = inside.startsWith(path) ? join(folder, inside.slice(path.length)) : null;
    void answer(response, file);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, 'localhost', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://localhost:${port}${path}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
