/**
 * Changes and cancellations of orders that the ERP has. A row is its own job, as a submission is. One of an order at a time: `order_acts_open` has the states
 * that are not an end. `version`: of the order as the person saw it. `in_doubt`: the ERP may have done it. A submission keeps the revision that it was made
 * of, which its reference comes from; `now_revision` is that of its last change.
 */
export const orderActStatements = [
  `create table order_acts (account text not null, id uuid not null, submission uuid not null, connection text not null, kind text not null, revision text, erp_id text not null, erp_number text not null,
     version text not null, payload jsonb not null, state text not null, step text not null, problem jsonb, differences jsonb, attempts int not null default 0, taken int not null default 0,
     sends int not null default 0, sent_at timestamptz, in_doubt boolean not null default false, customer_key text, contact_id text, next_try_at timestamptz, created_by text not null,
     created_at timestamptz not null, updated_at timestamptz not null, claim uuid, lease_until timestamptz, idempotency_key text not null, body_hash text not null,
     primary key (account, id), unique (account, idempotency_key), foreign key (account, submission) references submissions (account, id))`,
  `create unique index order_acts_open on order_acts (account, submission) where state in ('queued', 'sending', 'checking', 'waiting', 'needs_attention')`,
  'create index order_acts_of on order_acts (account, submission, created_at desc)',
  'create index order_acts_due on order_acts (account, next_try_at) where next_try_at is not null',
  'create index order_acts_claimed on order_acts (account) where claim is not null',
  'create index order_acts_by_state on order_acts (account, state, created_at desc, id desc)',
  'create index order_acts_contact on order_acts (account, contact_id) where contact_id is not null',
  `create table order_act_events (seq bigserial primary key, account text not null, act uuid not null, at timestamptz not null, state text not null, step text not null, actor text not null,
     problem jsonb, words text, foreign key (account, act) references order_acts (account, id))`,
  'create index order_act_events_of on order_act_events (account, act, seq)',
  'alter table submissions add column now_revision text, add column changes int not null default 0',
];
