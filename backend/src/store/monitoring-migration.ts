/** Upper ends of the latency buckets, in milliseconds. The last bucket has none. */
export const latencyBounds = [5, 10, 20, 50, 100, 200, 350, 500, 750, 1000, 1500, 2000, 3000, 5000, 10_000] as const;
export const bucketNames = [...latencyBounds.keys(), latencyBounds.length].map((nth) => `b${nth}`);

/** The call log, the statistics of the monitoring pages, and the alerts. */
export const monitoringStatements = [
  `create table call_log (account text not null, seq bigserial, at timestamptz not null, system text not null, connection text not null, operation text not null, method text not null, path text not null,
     status int, ms int not null, outcome text not null, reference text, primary key (account, seq))`,
  'create index call_log_newest on call_log (account, at desc, seq desc)',
  'create index call_log_operation on call_log (account, operation, at desc, seq desc)',
  `create index call_log_failed on call_log (account, at desc, seq desc) where outcome <> 'ok'`,
  'create index call_log_reference on call_log (account, reference) where reference is not null',
  // Rows are added in the order of their time: a small index finds the old ones.
  'create index call_log_old on call_log using brin (at)',
  // A row for each minute, hour and day; processes add to it.
  `create table flow_stats (account text not null, connection text not null, subject text not null, span text not null, at timestamptz not null, calls int not null default 0, failed int not null default 0,
     silent int not null default 0, hits int not null default 0, misses int not null default 0, quota real, ok_at timestamptz, failed_at timestamptz,
     ${bucketNames.map((name) => `${name} int not null default 0`).join(', ')}, primary key (account, span, at, connection, subject))`,
  'create index flow_stats_old on flow_stats (span, at)',
];
