import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash, randomBytes } from 'node:crypto';
import { type Context, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, TraceFlags, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  SamplingDecision,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import type { About, Tracer } from './spans.ts';
import type { TracingSettings } from './tracing-settings.ts';

/** How long the last spans of a process that ends are waited for. */
const FLUSH_MS = 3000;
const kinds = { server: SpanKind.SERVER, client: SpanKind.CLIENT, internal: SpanKind.INTERNAL } as const;
const hash = (text: string, characters: number): string =>
  createHash('sha256').update(text).digest('hex').slice(0, characters);
/** Code of an error. Its message may quote a person's data. */
function codeOf(error: unknown): string {
  const { kind, code } = error instanceof Error ? (error as { kind?: unknown; code?: unknown }) : {};
  return typeof kind === 'string' ? kind : typeof code === 'string' ? code : 'fault';
}

/** Sends spans to an OTLP receiver as JSON over HTTP. Loaded only where traces are wanted. */
export function startTracing({ url, headers, timeoutMs, resource, ratio }: TracingSettings): {
  tracer: Tracer;
  flush: () => Promise<void>;
  stop: () => Promise<void>;
} {
  const exporter = new OTLPTraceExporter({ url, headers, timeoutMillis: timeoutMs });
  const root = new TraceIdRatioBasedSampler(ratio);
  /** Ids of the next span, where they are not drawn. */
  let ids: { trace: string; span: string } | null = null;
  const drawn = (bytes: number) => randomBytes(bytes).toString('hex');
  const provider = new TracerProvider({
    resource: resourceFromAttributes(resource),
    sampler: new ParentBasedSampler({ root }),
    idGenerator: {
      generateTraceId: () => ids?.trace ?? drawn(16),
      generateSpanId: () => ids?.span ?? drawn(8),
    },
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  const otel = provider.getTracer('backroom');
  const current = new AsyncLocalStorage<Span>();

  // The trace of a submission is derived from its reference, so that a worker finds it without being told.
  const idsOf = (reference: string) => ({ trace: hash(`trace|${reference}`, 32), span: hash(`span|${reference}`, 16) });
  function contextOf(reference: string): Context {
    const { trace: traceId, span: spanId } = idsOf(reference);
    const { decision } = root.shouldSample(ROOT_CONTEXT, traceId);
    const traceFlags = decision === SamplingDecision.RECORD_AND_SAMPLED ? TraceFlags.SAMPLED : TraceFlags.NONE;
    return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true });
  }
  function parentOf(submission: About['submission']): Context {
    const parent = current.getStore();
    if (parent) return trace.setSpan(ROOT_CONTEXT, parent);
    return submission ? contextOf(submission) : ROOT_CONTEXT;
  }
  const open = (name: string, { kind = 'internal', attributes = {}, submission }: About, startTime?: number): Span =>
    otel.startSpan(
      name,
      { kind: kinds[kind], attributes, ...(startTime === undefined ? {} : { startTime }) },
      parentOf(submission),
    );
  const failed = (made: Span, code: string) => {
    made.setAttribute('backroom.outcome', code);
    made.setStatus({ code: SpanStatusCode.ERROR });
  };
  const tracer: Tracer = {
    async span(name, about, work) {
      const made = open(name, about);
      try {
        return await current.run(made, work);
      } catch (error) {
        failed(made, codeOf(error));
        throw error;
      } finally {
        made.end();
      }
    },
    past(name, ms, about) {
      const end = Date.now();
      const made = open(name, about, end - ms);
      if (about.attributes?.['backroom.outcome'] !== undefined) made.setStatus({ code: SpanStatusCode.ERROR });
      made.end(end);
    },
    note(attributes, name) {
      const made = current.getStore();
      made?.setAttributes(attributes);
      if (name !== undefined) made?.updateName(name);
    },
    apart: (work) => current.exit(work),
    submitted(reference, attributes) {
      const from = current.getStore();
      ids = idsOf(reference);
      try {
        const made = otel.startSpan(
          'submission',
          { attributes, links: from ? [{ context: from.spanContext() }] : [] },
          ROOT_CONTEXT,
        );
        from?.addLink({ context: made.spanContext() });
        made.end();
      } finally {
        ids = null;
      }
    },
  };
  return {
    tracer,
    flush: () => provider.forceFlush(),
    // A receiver that is away must not hold up the end of a process.
    stop: () =>
      Promise.race([
        provider.shutdown().catch(() => {}),
        new Promise<void>((done) => setTimeout(done, FLUSH_MS).unref()),
      ]),
  };
}
