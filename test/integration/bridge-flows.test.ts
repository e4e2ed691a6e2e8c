import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

const root = join(import.meta.dirname, '..', '..', 'extension', 'bridges');
const read = (tool: string): unknown => JSON.parse(readFileSync(join(root, tool, 'flow.json'), 'utf8'));
/** A flow as a graph: what each step leads to, and the one that writes. */
type Graph = { next: Map<string, readonly string[]>; writes: readonly string[] };

const nodeRed = z.array(
  z.looseObject({
    id: z.string(),
    type: z.string(),
    name: z.string().optional(),
    func: z.string().default(''),
    wires: z.array(z.array(z.string())).default([]),
  }),
);
function graphOfNodeRed(): Graph {
  const nodes = nodeRed.parse(read('node-red'));
  return {
    next: new Map(nodes.map(({ id, wires }) => [id, wires.flat()])),
    writes: nodes.filter(({ type, name = '' }) => type === 'http request' && name.includes('once')).map(({ id }) => id),
  };
}
const step = z.object({ node: z.string(), type: z.literal('main'), index: z.number().int() });
const n8n = z.strictObject({
  id: z.string(),
  name: z.string(),
  active: z.literal(false),
  nodes: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      type: z.string().startsWith('n8n-nodes-base.'),
      typeVersion: z.number(),
      position: z.tuple([z.number(), z.number()]),
      parameters: z.record(z.string(), z.unknown()),
      webhookId: z.string().optional(),
      retryOnFail: z.literal(false).optional(),
      onError: z.literal('continueRegularOutput').optional(),
    }),
  ),
  connections: z.record(z.string(), z.strictObject({ main: z.array(z.array(step)) })),
  settings: z.record(z.string(), z.unknown()),
});
function graphOfN8n(): Graph {
  const { nodes, connections } = n8n.parse(read('n8n'));
  return {
    next: new Map(nodes.map(({ name }) => [name, (connections[name]?.main ?? []).flat().map(({ node }) => node)])),
    writes: nodes
      .filter(({ type, name }) => type.endsWith('.httpRequest') && name.includes('once'))
      .map(({ name }) => name),
  };
}
function after({ next }: Graph, start: string): Set<string> {
  const seen = new Set<string>();
  const open = [...(next.get(start) ?? [])];
  for (let each = open.pop(); each !== undefined; each = open.pop())
    if (!seen.has(each)) {
      seen.add(each);
      open.push(...(next.get(each) ?? []));
    }
  return seen;
}

test.each([
  ['node-red', graphOfNodeRed],
  ['n8n', graphOfN8n],
])(
  '%s: the shipped flow is the built one, each wire ends at a node, and nothing leads from the write back to a write',
  (tool, graphOf) => {
    expect(spawnSync(process.execPath, [join(root, tool, 'build.mjs'), '--check'], { encoding: 'utf8' }).stderr).toBe(
      '',
    );
    const graph = graphOf();
    const lost = [...graph.next.values()].flat().filter((each) => !graph.next.has(each));
    expect(lost).toEqual([]);
    expect(graph.writes).toHaveLength(1);
    for (const write of graph.writes) {
      const later = after(graph, write);
      expect(graph.writes.filter((each) => later.has(each))).toEqual([]);
      // It ends in an answer, whatever came back.
      expect(later.size).toBeGreaterThan(3);
    }
  },
);

test('n8n: no step is tried again by itself, and none follows a redirect', () => {
  const { nodes } = n8n.parse(read('n8n'));
  const requests = nodes.filter(({ type }) => type.endsWith('.httpRequest'));
  expect(requests).toHaveLength(3);
  for (const { retryOnFail, onError, parameters } of requests) {
    expect([retryOnFail, onError]).toEqual([false, 'continueRegularOutput']);
    expect(parameters).toMatchObject({ options: { redirect: { redirect: { followRedirects: false } } } });
  }
});

test.each([
  ['in time', 20_000, 'The write'],
  ['held for half a minute', 30_000, 'As a problem'],
])('a write %s: it leaves only while `describe.maxCommitMs` still covers it', (_, held, next) => {
  const msg = { payload: { rows: [] }, statusCode: 200, began: Date.now() - held };
  const own = nodeRed.parse(read('node-red')).find(({ id }) => id === 'looked-up');
  const outputs = new Function('msg', own?.func ?? '')(msg) as (object | null)[];
  expect(own?.wires[outputs.findIndex((each) => each !== null)]).toEqual([
    next === 'The write' ? 'ask-create' : 'release',
  ]);

  const { nodes, connections } = n8n.parse(read('n8n'));
  const code = String(nodes.find(({ name }) => name === 'There, not there, not known')?.parameters.jsCode);
  const asked = () => ({ item: { json: { msg: { began: msg.began } } } });
  const { json } = new Function('$', '$json', code)(asked, { data: '{"rows":[]}', statusCode: 200 }) as {
    json: { output: number };
  };
  expect(connections['There or not']?.main[json.output]?.[0]?.node).toBe(next);
});
