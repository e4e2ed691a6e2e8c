import { Hono } from 'hono';
import type { Registry } from 'prom-client';

/**
 * What a load balancer or an orchestrator asks: `/healthz`, the process answers; `/readyz`, it reaches its database (503 where it does not).
 * With a registry also `/metrics` in Prometheus' text format, which names accounts and is for no public address.
 */
export function createProbes(ready: () => Promise<boolean>, registry?: Registry): Hono {
  const probes = new Hono();
  probes.get('/healthz', (context) => context.json({ ok: true }));
  probes.get('/readyz', async (context) =>
    (await ready()) ? context.json({ ok: true }) : context.json({ ok: false }, 503),
  );
  if (registry)
    probes.get('/metrics', async (context) =>
      context.body(await registry.metrics(), 200, { 'content-type': registry.contentType }),
    );
  return probes;
}
