import { z } from 'zod';

/** `key=value,key=value`, percent-encoded, as the OpenTelemetry specification writes lists. */
const pairs = z
  .string()
  .default('')
  .transform((text, ctx) => {
    const read: Record<string, string> = {};
    for (const each of text.split(',').filter((part) => part.trim() !== '')) {
      const at = each.indexOf('=');
      try {
        if (at < 1) throw new Error('no key');
        read[each.slice(0, at).trim()] = decodeURIComponent(each.slice(at + 1).trim());
      } catch {
        ctx.addIssue({ code: 'custom', message: 'a list of key=value, separated by commas' });
        return z.NEVER;
      }
    }
    return read;
  });
const samplers = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const;
/** The standard variables of OpenTelemetry that Backroom reads. Others have no effect. */
export const tracingVariables = z.object({
  OTEL_SDK_DISABLED: z.string().optional(),
  OTEL_TRACES_EXPORTER: z.enum(['otlp', 'none']).optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  /** JSON is what every receiver on port 4318 takes, and needs no generated code here. */
  OTEL_EXPORTER_OTLP_PROTOCOL: z.literal('http/json').optional(),
  OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: z.literal('http/json').optional(),
  OTEL_EXPORTER_OTLP_HEADERS: pairs,
  OTEL_EXPORTER_OTLP_TRACES_HEADERS: pairs,
  OTEL_EXPORTER_OTLP_TIMEOUT: z.coerce.number().int().min(1).default(10_000),
  OTEL_SERVICE_NAME: z.string().min(1).optional(),
  OTEL_RESOURCE_ATTRIBUTES: pairs,
  OTEL_TRACES_SAMPLER: z.enum(samplers).default('parentbased_always_on'),
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
});
export type TracingSettings = {
  url: string;
  headers: Record<string, string>;
  timeoutMs: number;
  resource: Record<string, string>;
  /** Share of the traces that are sent. */
  ratio: number;
};

/** Null where nobody wants traces: that is without an endpoint, or where one of the switches is off. */
export function tracingSettings(env: z.infer<typeof tracingVariables>): TracingSettings | null {
  const base = env.OTEL_EXPORTER_OTLP_ENDPOINT;
  const url = env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? (base && `${base.replace(/\/$/, '')}/v1/traces`);
  if (!url || env.OTEL_SDK_DISABLED?.toLowerCase() === 'true' || env.OTEL_TRACES_EXPORTER === 'none') return null;
  const sampler = env.OTEL_TRACES_SAMPLER.replace('parentbased_', '');
  return {
    url,
    headers: { ...env.OTEL_EXPORTER_OTLP_HEADERS, ...env.OTEL_EXPORTER_OTLP_TRACES_HEADERS },
    timeoutMs: env.OTEL_EXPORTER_OTLP_TIMEOUT,
    resource: {
      'service.name': 'backroom',
      ...env.OTEL_RESOURCE_ATTRIBUTES,
      ...(env.OTEL_SERVICE_NAME ? { 'service.name': env.OTEL_SERVICE_NAME } : {}),
    },
    ratio: sampler === 'always_off' ? 0 : sampler === 'traceidratio' ? env.OTEL_TRACES_SAMPLER_ARG : 1,
  };
}
