import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Prometheus metrics of one process. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    erpCalls: new Histogram({
      name: 'backroom_erp_call_seconds',
      help: 'Calls to the ERP',
      labelNames: ['operation', 'outcome'],
      buckets: [0.01, 0.05, 0.1, 0.5, 1, 2, 5, 10],
      registers,
    }),
    crmUsage: new Gauge({
      name: 'backroom_crm_calls_spent_ratio',
      help: 'Part of the CRM’s calls a day that the account has spent, where the CRM says so',
      labelNames: ['account'],
      registers,
    }),
    silentFeeds: new Gauge({
      name: 'backroom_feeds_silent',
      help: 'Connections whose ERP was not heard of for ten minutes',
      registers,
    }),
    requests: new Histogram({
      name: 'backroom_request_seconds',
      help: 'Requests answered',
      labelNames: ['route', 'status'],
      buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
      registers,
    }),
    figures: new Counter({
      name: 'backroom_figures_total',
      help: 'Figures shown, by where they came from',
      labelNames: ['event'],
      registers,
    }),
  };
}
export type Metrics = ReturnType<typeof createMetrics>;
