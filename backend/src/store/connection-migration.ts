/**
 * Several connections for each account. The tables `connections` and `links` of earlier releases stay: a process of such a release reads and writes them
 * while it is being replaced. Triggers copy between them and the new tables, both ways, for the one connection that the old tables can hold (`main`).
 * A later release drops the old tables with their triggers.
 */
const connectionTables = [
  // What an earlier release writes meanwhile waits, and finds the triggers.
  'lock table connections, links in share row exclusive mode',
  'create sequence connection_versions',
  `create table erp_connections (account text not null, id text not null, erp text not null, name text not null, url text not null, credentials text not null,
     settings jsonb not null default '{}', mode text not null generated always as (case when settings ->> 'test' = 'yes' then 'test' else 'production' end) stored,
     state text not null default 'live', unfit text, rule jsonb, is_default boolean not null default false,
     version bigint not null default nextval('connection_versions'), created_at timestamptz not null default now(), primary key (account, id))`,
  'create unique index erp_connections_default on erp_connections (account) where is_default',
  `insert into erp_connections (account, id, erp, name, url, credentials, settings, unfit, is_default)
     select account, 'main', erp, name, url, credentials, settings, unfit, true from connections`,
  `create table connection_links (account text not null, connection text not null, record_type text not null, record_id text not null, customer jsonb not null,
     linked_at timestamptz not null, linked_by text not null, primary key (account, connection, record_type, record_id))`,
  `insert into connection_links select account, 'main', record_type, record_id, customer, linked_at, linked_by from links`,
  `create index connection_links_customer on connection_links (account, connection, (customer ->> 'id'))`,
  `alter table submissions add column connection text not null default 'main'`,
];

/** A trigger fires for statements of a process only, not for what another trigger writes: the copies would go round. */
const both = (table: string, name: string) =>
  `create trigger ${name} after insert or update or delete on ${table} for each row when (pg_trigger_depth() = 0) execute function ${name}()`;

const connectionCopies = [
  `create function connections_of_old() returns trigger language plpgsql as $$ begin
     if tg_op = 'DELETE' then delete from erp_connections where account = old.account and id = 'main'; return null; end if;
     insert into erp_connections (account, id, erp, name, url, credentials, settings, unfit, is_default)
       values (new.account, 'main', new.erp, new.name, new.url, new.credentials, new.settings, new.unfit,
         not exists (select 1 from erp_connections where account = new.account and is_default))
       on conflict (account, id) do update set erp = excluded.erp, name = excluded.name, url = excluded.url, credentials = excluded.credentials,
         settings = excluded.settings, unfit = excluded.unfit, version = nextval('connection_versions');
     return null; end $$`,
  both('connections', 'connections_of_old'),
  `create function connections_to_old() returns trigger language plpgsql as $$ begin
     if tg_op = 'DELETE' then
       if old.id = 'main' then delete from connections where account = old.account; end if;
       return null;
     end if;
     if new.id = 'main' then
       insert into connections (account, id, erp, name, url, credentials, settings, unfit)
         values (new.account, new.erp, new.erp, new.name, new.url, new.credentials, new.settings, new.unfit)
         on conflict (account) do update set id = excluded.id, erp = excluded.erp, name = excluded.name, url = excluded.url,
           credentials = excluded.credentials, settings = excluded.settings, unfit = excluded.unfit;
     end if;
     return null; end $$`,
  both('erp_connections', 'connections_to_old'),
];

const linkCopies = [
  `create function links_of_old() returns trigger language plpgsql as $$ begin
     if tg_op <> 'INSERT' then
       delete from connection_links where account = old.account and connection = 'main' and record_type = old.record_type and record_id = old.record_id;
     end if;
     if tg_op <> 'DELETE' then
       insert into connection_links values (new.account, 'main', new.record_type, new.record_id, new.customer, new.linked_at, new.linked_by)
         on conflict (account, connection, record_type, record_id) do update set customer = excluded.customer, linked_at = excluded.linked_at,
           linked_by = excluded.linked_by;
     end if;
     return null; end $$`,
  both('links', 'links_of_old'),
  `create function links_to_old() returns trigger language plpgsql as $$ begin
     if tg_op <> 'INSERT' and old.connection = 'main' then
       delete from links where account = old.account and record_type = old.record_type and record_id = old.record_id;
     end if;
     if tg_op <> 'DELETE' and new.connection = 'main' then
       insert into links values (new.account, new.record_type, new.record_id, new.customer, new.linked_at, new.linked_by)
         on conflict (account, record_type, record_id) do update set customer = excluded.customer, linked_at = excluded.linked_at,
           linked_by = excluded.linked_by;
     end if;
     return null; end $$`,
  both('connection_links', 'links_to_old'),
];

export const connectionStatements = [...connectionTables, ...connectionCopies, ...linkCopies];
