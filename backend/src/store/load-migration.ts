/** A load test sends orders of its own to a test ERP and takes them back. Its rows are what a killed run goes on from. */
export const loadStatements = [
  `create table load_tests (account text not null, id uuid not null, connection text not null, state text not null, ended text, requested_by text not null, created_at timestamptz not null, started_at timestamptz,
     sent_at timestamptz, finished_at timestamptz, peak int not null, factor int not null, wanted int not null, at_once int, stop boolean not null default false, problem jsonb, tries int not null default 0,
     due_at timestamptz not null default now(), claim uuid, lease_until timestamptz, primary key (account, id))`,
  // One at a time: two would measure each other.
  `create unique index load_tests_active on load_tests (account) where state <> 'finished'`,
  `create index load_tests_due on load_tests (due_at) where state <> 'finished'`,
  'create index load_tests_newest on load_tests (account, created_at desc)',
  `create table load_orders (account text not null, test uuid not null, nth int not null, reference text not null, state text not null, erp_id text, erp_number text, words text, sent_at timestamptz not null,
     primary key (account, test, nth))`,
  'create table load_calls (account text not null, test uuid not null, operation text not null, ms int not null, outcome text not null)',
  'create index load_calls_of on load_calls (account, test)',
];
