import * as crypto from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';

// As much of Node-RED as extension/bridges/node-red/flow.json uses: the nodes `http in`, `function`, `switch`, `http request`, `http response`, `inject` and `catch`.
// What it shows is what the functions of the flow do. That Node-RED runs them so shows the lab: test/labs/node-red.

const nodeSchema = z.looseObject({
  id: z.string(),
  type: z.string(),
  z: z.string().default(''),
  wires: z.array(z.array(z.string())).default([]),
  func: z.string().default(''),
  url: z.string().default(''),
  rules: z.array(z.object({ t: z.enum(['eq', 'regex', 'else']), v: z.string().default('') })).default([]),
  scope: z.array(z.string()).default([]),
});
type Node = z.infer<typeof nodeSchema>;
type Message = {
  req: { params: Record<string, string | undefined>; headers: IncomingMessage['headers'] };
  res: ServerResponse;
  [name: string]: unknown;
};

/** `kept`: the context store `file`, which outlives the runtime. */
export async function startNodeRed(
  flow: unknown,
  { env, kept = new Map() }: { env: Record<string, string>; kept?: Map<string, string> },
): Promise<{ url: string; setEnv: (name: string, value: string) => void; close: () => Promise<void> }> {
  const nodes = new Map(
    z
      .array(nodeSchema)
      .parse(flow)
      .map((node) => [node.id, node]),
  );
  const values: Record<string, string> = { ...env };
  const memory = new Map<string, Map<string, unknown>>();
  const contextOf = (tab: string) => {
    const own = memory.get(tab) ?? new Map<string, unknown>();
    memory.set(tab, own);
    type Done = (error: unknown, value?: unknown) => void;
    return {
      get(name: string, store?: 'file', done?: Done) {
        if (store === undefined) return own.get(name);
        const text = kept.get(`${tab} ${name}`);
        queueMicrotask(() => done?.(null, text === undefined ? undefined : JSON.parse(text)));
      },
      set(name: string, value: unknown, store?: 'file', done?: Done) {
        if (store === undefined) return void own.set(name, value);
        kept.set(`${tab} ${name}`, JSON.stringify(value));
        setImmediate(() => done?.(null));
      },
    };
  };
  const functions = new Map(
    [...nodes.values()]
      .filter(({ type }) => type === 'function')
      .map(({ id, func }) => [id, new Function('msg', 'env', 'flow', 'node', 'crypto', func)]),
  );

  function send(from: Node, output: number, message: Message): void {
    for (const id of from.wires[output] ?? []) {
      const node = nodes.get(id);
      if (node) void run(node, message);
    }
  }
  function caught(node: Node, message: Message, error: unknown): void {
    const trap = [...nodes.values()].find(({ type, scope }) => type === 'catch' && scope.includes(node.id));
    if (!trap) throw error;
    send(trap, 0, { ...message, error: { message: error instanceof Error ? error.message : String(error) } });
  }
  async function run(node: Node, message: Message): Promise<void> {
    switch (node.type) {
      case 'function': {
        const own = { send: (each: Message) => send(node, 0, each), done() {}, error: console.error };
        try {
          const made: unknown = functions.get(node.id)?.(
            message,
            { get: (name: string) => values[name] },
            contextOf(node.z),
            own,
            crypto,
          );
          for (const [output, each] of (Array.isArray(made) ? made : [made]).entries())
            if (each) send(node, output, each as Message);
        } catch (error) {
          caught(node, message, error);
        }
        return;
      }
      case 'switch': {
        const value = String(message.operation);
        const at = node.rules.findIndex(
          ({ t, v }) => t === 'else' || (t === 'eq' ? v === value : new RegExp(v).test(value)),
        );
        return send(node, at, message);
      }
      case 'http request':
        return send(node, 0, { ...message, ...(await requested(message)) });
      case 'http response': {
        const { statusCode, headers, payload, res } = message;
        const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
        res.writeHead(Number(statusCode ?? 200), headers as Record<string, string>).end(text);
      }
    }
  }
  const server = createServer(async (req, res) => {
    const { pathname } = new URL(req.url ?? '/', 'http://localhost');
    const parts = pathname.split('/');
    const door = [...nodes.values()].find(
      ({ type, url }) =>
        type === 'http in' &&
        url.split('/').length === parts.length &&
        url.split('/').every((part, at) => part.startsWith(':') || part === parts[at]),
    );
    let text = '';
    for await (const chunk of req) text += String(chunk);
    if (!door) return void res.writeHead(404).end();
    const params = Object.fromEntries(
      door.url.split('/').flatMap((part, at) => (part.startsWith(':') ? [[part.slice(1), parts[at]]] : [])),
    );
    send(door, 0, { req: { params, headers: req.headers }, res, payload: text === '' ? {} : JSON.parse(text) });
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  for (const node of nodes.values()) if (node.type === 'inject') send(node, 0, {} as Message);
  return {
    url: `http://127.0.0.1:${address.port}`,
    setEnv(name, value) {
      values[name] = value;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** Node-RED's node hands on what went wrong on the line as an answer: the code in `statusCode`. */
async function requested(message: Message): Promise<Partial<Message>> {
  try {
    const answer = await fetch(String(message.url), {
      method: String(message.method),
      headers: message.headers as Record<string, string>,
      body: JSON.stringify(message.payload),
      signal: AbortSignal.timeout(Number(message.requestTimeout ?? 120_000)),
    });
    const text = await answer.text();
    let payload: unknown = text;
    try {
      payload = JSON.parse(text);
    } catch {
      // As the node does: what is not JSON stays a text.
    }
    return { payload, statusCode: answer.status, headers: Object.fromEntries(answer.headers) };
  } catch (error) {
    const cause = error instanceof Error ? (error.cause as { code?: string } | undefined) : undefined;
    return { payload: String(error), statusCode: cause?.code ?? 'ECONNRESET', headers: {} };
  }
}
