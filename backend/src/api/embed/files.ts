import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};
/** `zipped`: as it is sent to browsers that take gzip. */
export type BuiltFile = { type: string; plain: Uint8Array<ArrayBuffer>; zipped: Uint8Array<ArrayBuffer> };

/** The built page: `index.html` and the files whose names hold their hash. Read once it is there, and kept. */
export function builtPage(dir: string) {
  let html: string | null = null;
  const files = new Map<string, BuiltFile>();
  function read(): void {
    const text = readFileSync(join(dir, 'index.html'), 'utf8');
    for (const name of readdirSync(join(dir, 'assets'))) {
      const type = types[extname(name)];
      if (!type) continue;
      const plain = new Uint8Array(readFileSync(join(dir, 'assets', name)));
      files.set(name, { type, plain, zipped: new Uint8Array(gzipSync(plain, { level: 9 })) });
    }
    html = text;
  }
  return {
    /** Throws where nothing was built. */
    html(): string {
      if (html === null) read();
      return html ?? '';
    },
    file(name: string): BuiltFile | null {
      if (html === null) read();
      return files.get(name) ?? null;
    },
  };
}
