import { type ErpCustomer, type Flow, flowSchema } from '@backroom/shared';
import { writeBackFields } from '../crm/contract/index.ts';
import { DEFAULT_MAX_COMMIT_MS } from '../erp/contract/description.ts';
import { ErpError, type ErpHealth } from '../erp/contract/index.ts';
import type { Product } from '../erp/contract/schemas.ts';
import { toProblemError } from '../problems/translate.ts';
import { flowIsOnAt } from '../store/accounts.ts';
import { isTestErp } from '../store/connections.ts';
import { type Evidence, type Outcome, outcome } from './outcome.ts';
import { endEvidence, endOf, isTested, testedOf } from './versions.ts';
import { call, type World } from './world.ts';

export async function checkConnection({ erp, connection }: World): Promise<[Outcome, ErpHealth | null]> {
  const began = performance.now();
  try {
    const health = await erp.health({}, call());
    const ms = String(Math.round(performance.now() - began));
    const kind: Evidence = { code: isTestErp(connection) ? 'test' : 'production' };
    const answered = { code: 'answered', values: { company: health.company, version: health.version, ms } };
    if (connection.unfit)
      return [outcome('connection', 'fail', answered, { code: 'unfit', values: { why: connection.unfit } }), health];
    return [outcome('connection', 'pass', answered, kind), health];
  } catch (error) {
    const { code } = toProblemError(error);
    return [outcome('connection', 'fail', { code: code === 'erp_unauthorised' ? 'unauthorised' : 'silent' }), null];
  }
}

type Probe = 'allowed' | 'refused' | 'not_tried';
async function probed(ask: (() => Promise<unknown>) | null): Promise<Probe> {
  if (!ask) return 'not_tried';
  try {
    await ask();
    return 'allowed';
  } catch (error) {
    if (error instanceof ErpError && error.kind === 'unauthorised') return 'refused';
    // A refusal in business terms (no such product, no price) is an answer all the same.
    if (error instanceof ErpError && ['refused', 'not_found', 'unsupported'].includes(error.kind)) return 'allowed';
    throw error;
  }
}
/** One harmless read for each flow that is switched on. What cannot be tried without a customer or product is named. */
export async function checkRights(world: World): Promise<Outcome> {
  const { account, erp, connection } = world;
  try {
    const customer = await someCustomer(world);
    const product = await someProduct(world);
    const ofCustomer = customer && { customerId: customer.id };
    const { orders, invoices, credit, returns, stock, pricing } = erp;
    const currency = customer?.currency ?? (await erp.health({}, call())).currency;
    const date = world.now().toISOString().slice(0, 10);
    const asks: Record<Flow, (() => Promise<unknown>) | null> = {
      customers: customer ? async () => customer : null,
      orders: orders && ofCustomer ? () => orders.list(ofCustomer, call()) : null,
      stock: stock && product ? () => stock.availability({ productIds: [product.id] }, call()) : null,
      invoices: invoices && ofCustomer ? () => invoices.list(ofCustomer, call()) : null,
      pricing:
        pricing && ofCustomer && product
          ? () =>
              pricing.quote(
                { ...ofCustomer, currency, date, lines: [{ productId: product.id, quantity: '1' as never }] },
                call(),
              )
          : null,
      returns: returns && ofCustomer ? () => returns.list(ofCustomer, call()) : null,
      credit: credit && ofCustomer ? () => credit.position(ofCustomer, call()) : null,
    };
    const found = { allowed: [] as Flow[], refused: [] as Flow[], not_tried: [] as Flow[] };
    for (const flow of flowSchema.options)
      if (flowIsOnAt(account, connection, flow)) found[await probed(asks[flow])].push(flow);
    const evidence = (['refused', 'allowed', 'not_tried'] as const)
      .filter((each) => found[each].length > 0)
      .map((code): Evidence => ({ code, values: { flows: found[code].join(' ') } }));
    const state = found.refused.length > 0 ? 'fail' : found.allowed.length === 0 ? 'unknown' : 'pass';
    return outcome('rights', found.not_tried.length > 0 && state === 'pass' ? 'warn' : state, ...evidence);
  } catch (error) {
    const refused = error instanceof ErpError && error.kind === 'unauthorised';
    return refused
      ? outcome('rights', 'fail', { code: 'all_refused', values: { erp: connection.name } })
      : outcome('rights', 'unknown', { code: 'silent' });
  }
}
/** A customer of the ERP to try reads with: the first that it lists, else of a company that was sold to. */
async function someCustomer({ erp, sample }: World): Promise<ErpCustomer | null> {
  const { customers } = erp;
  if (!customers) return null;
  const [listed] = (await customers.list?.({ cursor: null }, call()))?.customers ?? [];
  if (listed) return listed;
  const companies = (await sample()).deals.flatMap(({ company }) => (company ? [company] : [])).slice(0, 5);
  const queries = companies.flatMap(({ name }) => (name.trim() ? [{ name }] : []));
  if (queries.length === 0) return null;
  return (await customers.search({ queries }, call())).results.flat()[0] ?? null;
}
/** The same for a product. */
async function someProduct({ erp, sample }: World): Promise<Product | null> {
  const { products } = erp;
  if (!products) return null;
  const listed = (await products.list?.({ cursor: null }, call()))?.products.find(({ archived }) => !archived);
  if (listed) return listed;
  const codes = (await sample()).deals.flatMap(({ lines }) => lines.flatMap(({ code }) => code ?? [])).slice(0, 5);
  if (codes.length === 0) return null;
  return (await products.resolve({ codes }, call())).results.find((each) => each !== null) ?? null;
}

/** Switched on, and offered by this ERP. Three to five to start with. */
export function checkFlows({ account, connection, description }: World): Outcome {
  const on = flowSchema.options.filter((flow) => flowIsOnAt(account, connection, flow));
  const lacking = description ? on.filter((flow) => !description.flows.includes(flow)) : [];
  const evidence: Evidence[] = [
    on.length > 0 ? { code: 'on', values: { flows: on.join(' '), count: String(on.length) } } : { code: 'none' },
    ...(lacking.length > 0 ? [{ code: 'lacking', values: { flows: lacking.join(' ') } }] : []),
    ...(on.length > 5 ? [{ code: 'many' }] : []),
  ];
  const state = on.length === 0 || lacking.length > 0 ? 'fail' : on.length > 5 ? 'warn' : 'pass';
  return outcome('flows', state, ...evidence);
}

/** How Backroom reaches the ERP; a production system over plain http shows its credentials to the network. */
export function checkArchitecture({ connection, manifest }: World): Outcome {
  const how: Evidence = { code: connection.erp === 'bridge' ? 'bridge' : 'adapter', values: { erp: manifest.name } };
  const isPlain = connection.url.startsWith('http:');
  if (isPlain && !isTestErp(connection)) return outcome('architecture', 'fail', how, { code: 'plain' });
  return outcome('architecture', isPlain ? 'warn' : 'pass', how, ...(isPlain ? [{ code: 'plain_test' }] : []));
}

/** What happens on a bad day, from the configuration as it is. */
export function checkErrors({ connection, description }: World): Outcome {
  if (!description) return outcome('errors', 'unknown', { code: 'not_described' });
  const { idempotency, maxCommitMs = DEFAULT_MAX_COMMIT_MS, settleMs, limits } = description;
  const seconds = String(Math.ceil((settleMs + maxCommitMs) / 1000));
  const evidence: Evidence[] = [
    idempotency === 'native' ? { code: 'native' } : { code: 'lookup', values: { seconds } },
    { code: 'waiting', values: { calls: String(limits.concurrency) } },
    { code: 'refused' },
  ];
  return connection.unfit
    ? outcome('errors', 'fail', { code: 'unfit', values: { why: connection.unfit } }, ...evidence)
    : outcome('errors', 'pass', ...evidence);
}

/**
 * Which side is master of the fields that could be written on both. Two writers of one field undo each other at every change; so do two fields of the ERP of
 * which one is written from the other by way of the CRM.
 */
export async function checkMasters({ account, connection, crmFor }: World): Promise<Outcome> {
  const { fieldsOff, writeBack } = account.settings;
  const erp = writeBackFields.filter((field) => !fieldsOff.includes(field)).length;
  const values = { erp: String(erp), crm: String(writeBackFields.length - erp) };
  const { toErp, toCrm } = connection.options.mapping;
  // The CRM's names of the fields that Backroom writes itself; an account that is not set up for its CRM has none.
  const names = (await crmFor(account.id).catch(() => null))?.fieldNames;
  const written = writeBackFields.flatMap((field) => (names && !fieldsOff.includes(field) ? [names[field]] : []));
  const twice = toCrm.filter(({ crm }) => written.includes(crm)).map(({ crm }) => crm);
  const round = toCrm
    .filter((back) =>
      toErp.some((each) => each.record === back.record && each.crm === back.crm && each.erp !== back.erp),
    )
    .map(({ crm }) => crm);
  const failing: Evidence[] = [
    ...(twice.length > 0 ? [{ code: 'twice', values: { fields: twice.join(', ') } }] : []),
    ...(round.length > 0 ? [{ code: 'round', values: { fields: round.join(', ') } }] : []),
  ];
  const decided = { code: 'decided', values };
  return outcome(
    'masters',
    failing.length > 0 ? 'fail' : writeBack ? 'pass' : 'warn',
    decided,
    ...failing,
    ...(writeBack ? [] : [{ code: 'nothing_written' }]),
  );
}

/** Credentials that end sooner are a warning: new ones come from somebody else. */
const END_MS = 14 * 86_400_000;

/** Versions against those that were tested, and the ends of credentials, versions and APIs. */
export function checkMaintenance(world: World, health: ErpHealth | null): Outcome {
  const { account, manifest, description, connection, now, crmApiOf } = world;
  const { credentialsEnd } = connection;
  const ends: Evidence = credentialsEnd
    ? { code: 'ends', values: { date: credentialsEnd } }
    : { code: 'ends_not_known' };
  const left = credentialsEnd ? Date.parse(`${credentialsEnd}T23:59:59Z`) - now().getTime() : Number.POSITIVE_INFINITY;
  const api = crmApiOf(account.id);
  const ofApi = api && endEvidence('api', api.name, api.version, api.endsOn, now());
  const evidence = [ends, ...(ofApi?.evidence ?? [])];
  if (left < 0) return outcome('maintenance', 'fail', ...evidence);
  const isWarning = left < END_MS || (ofApi?.isWarning ?? false);
  if (!health) return outcome('maintenance', isWarning ? 'warn' : 'unknown', { code: 'silent' }, ...evidence);
  const { version } = health;
  const versions = testedOf(manifest, description);
  const tested = isTested(versions, version);
  const ofErp = endEvidence('version', manifest.name, version, endOf(manifest, version), now());
  const values = { version, tested: versions.join(', ') };
  return outcome(
    'maintenance',
    tested && !isWarning && !ofErp.isWarning ? 'pass' : 'warn',
    { code: tested ? 'tested' : 'untested', values },
    ...(ofErp.evidence[0]?.code === 'version_no_end' ? [] : ofErp.evidence),
    ...evidence,
  );
}

/** Due dates and time-outs are compared with our clock; a minute off is a fault of a server. */
const SKEW_MS = 60_000;
export async function checkClock({ connection, clockAt, now }: World): Promise<Outcome> {
  const theirs = await clockAt(connection.url).catch(() => null);
  if (theirs === null) return outcome('clock', 'unknown', { code: 'not_told' });
  const seconds = String(Math.round(Math.abs(theirs - now().getTime()) / 1000));
  const isOff = Math.abs(theirs - now().getTime()) > SKEW_MS;
  return outcome('clock', isOff ? 'fail' : 'pass', { code: isOff ? 'off' : 'near', values: { seconds } });
}

/** One order that went the whole way: accepted here, and found in the ERP now. */
export async function checkPilot({ account, connection, erp, submissions }: World): Promise<Outcome> {
  const newest = await submissions.list(account.id, { order: 'newest', limit: 20, states: ['confirmed'] });
  for (const { kind, record, reference, erpNumber } of newest) {
    if (kind !== 'order' || (await submissions.connectionOf(account.id, record)) !== connection.id) continue;
    const values = { number: erpNumber ?? reference };
    try {
      const found = (await erp.orders?.findByReference({ references: [reference] }, call()))?.results[0] ?? [];
      if (found.length === 0) return outcome('pilot', 'fail', { code: 'gone', values });
      const isCancelled = found.every(({ status }) => status === 'cancelled');
      return outcome(
        'pilot',
        'pass',
        { code: 'found', values },
        { code: isCancelled ? 'cancelled' : isTestErp(connection) ? 'on_test' : 'on_production', values },
      );
    } catch {
      return outcome('pilot', 'unknown', { code: 'silent', values });
    }
  }
  return outcome('pilot', 'fail', { code: 'none' });
}
