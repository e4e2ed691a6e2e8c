import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const file = join(import.meta.dirname, '..', 'force-app', 'main', 'default', 'classes', 'BackroomRoute.cls');

/** The questions that BackroomRoute.cls lets out of the org, as patterns of `METHOD path`. */
function readRoutes(source: string): { reads: RegExp[]; writes: RegExp[] } {
  const constant = (name: string) => new RegExp(`String ${name} = '(.*)';`).exec(source)?.[1]?.replaceAll('\\\\', '\\');
  const parts: Readonly<Record<string, string>> = {
    RECORD: constant('RECORD') ?? '',
    QUERY: constant('QUERY') ?? '',
  };
  const list = (name: string): RegExp[] =>
    (new RegExp(`${name} = new List<String>\\{([\\s\\S]*?)\\n {4}\\};`).exec(source)?.[1] ?? '')
      .split('\n')
      .filter((line) => line.includes("'"))
      .map((line) => {
        const pattern = [...line.matchAll(/'([^']*)'|\b(RECORD|QUERY)\b/g)].map(
          ([, text, part]) => text ?? parts[part ?? ''] ?? '',
        );
        return new RegExp(`^${pattern.join('')}$`);
      });
  return { reads: list('READS'), writes: list('WRITES') };
}
const { reads, writes } = readRoutes(readFileSync(file, 'utf8'));
const admits = (patterns: readonly RegExp[]) => (method: string, path: string) =>
  patterns.some((pattern) => pattern.test(`${method} ${path}`));

/** Whether Apex sends it: `read` waits for a long answer, `send` writes. */
export const admitted = { read: admits(reads), send: admits(writes) };
