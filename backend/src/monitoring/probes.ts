import { Hono } from 'hono';
import type { Registry } from 'prom-client';

/**
 * Probes for load balancers and orchestrators. `/healthz`: the process answers. `/readyz`: the database is reachable, else 503. With a registry
 * also `/metrics` in the text format of Prometheus, which names accounts and must not be public.
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
