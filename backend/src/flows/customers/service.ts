import { createHash } from 'node:crypto';
import {
  type CustomerPanel,
  type ErpCustomer,
  erpCustomerSchema,
  type LinkInput,
  type PanelResult,
  type Submission,
} from '@backroom/shared';
import { z } from 'zod';
import type { CrmCompany, CrmRecord } from '../../crm/contract/index.ts';
import { currencyOfDeal } from '../../deals/currency.ts';
import { ProblemError } from '../../problems/error.ts';
import { MAIN } from '../../store/connections.ts';
import { referenceFor } from '../../submissions/reference.ts';
import { type Context, explain, panel, readSignal, requireFlow, requireWriting, writes } from '../context.ts';
import { customerDetails, mappedCustomer, sentContacts } from './details.ts';
import { questionsOf, rank } from './match.ts';
import { linkOfMerged } from './merged.ts';
import { candidatesPolicy } from './policy.ts';
import { tie } from './tie.ts';

const companyOf = (record: CrmRecord): CrmCompany | null =>
  record.type === 'company' ? record.company : record.company;
const unfinished = new Set(['queued', 'sending', 'checking', 'waiting']);

/** One company gives one customer of each ERP company: that is the whole revision, whatever its fields say by now. */
const creation = ({ connection: { id } }: Context): string => (id === MAIN ? 'customer' : `customer@${id}`);

async function creating(ctx: Context) {
  if (!ctx.company) return null;
  const written = await ctx.services.submissions.listForRecord(ctx.account.id, ctx.company);
  return (
    written.find(
      ({ kind, revision, state, writtenBack }) =>
        kind === 'customer' &&
        revision === creation(ctx) &&
        (unfinished.has(state) || (state === 'confirmed' && !writtenBack)),
    ) ?? null
  );
}

/** Linked, or who it could be, or nobody. */
export async function readCustomer(ctx: Context): Promise<PanelResult<CustomerPanel>> {
  requireFlow(ctx, 'customers');
  const company = companyOf(ctx.record);
  if (!company || !ctx.company)
    return { state: 'ready', data: { state: 'no_company' }, freshness: null, refreshing: false };
  if (ctx.link) {
    // The link holds the customer's master data as of when a person confirmed it.
    const freshness = { asOf: ctx.link.linkedAt, source: 'cached' as const };
    const others = ctx.former.company?.otherCustomers ?? [];
    return {
      state: 'ready',
      data: {
        state: 'linked',
        customer: ctx.link.customer,
        ...(others.length > 0 ? { others } : {}),
        linkedAt: ctx.link.linkedAt,
        freshness,
      },
      // Not the age of a figure: it would stand for those of the panels beside it.
      freshness: null,
      refreshing: false,
    };
  }
  const submission = await creating(ctx);
  if (submission)
    return {
      state: 'ready',
      data: { state: 'creating', submissionId: submission.id },
      freshness: null,
      refreshing: false,
    };
  const { customers } = ctx.erp;
  if (!customers) throw new ProblemError('flow_unsupported');
  const questions = questionsOf(
    company,
    ctx.record.contacts.map(({ email }) => email),
  );
  const queries = questions.map(({ keys }) => keys);
  const [figure] = await ctx.services.figures.get({
    account: ctx.account.id,
    keys: [
      `candidates|${company.id}|${createHash('sha256').update(JSON.stringify(queries)).digest('hex').slice(0, 12)}`,
    ],
    policy: candidatesPolicy,
    refresh: ctx.refresh.has('customer'),
    explain,
    parse: (value) => z.array(z.array(erpCustomerSchema)).parse(value),
    read: async () => [
      queries.length > 0 ? (await customers.search({ queries }, { signal: readSignal() })).results : [],
    ],
  });
  if (!figure) throw new ProblemError('internal');
  const candidates = rank(company, questions, figure.value);
  const merged = await linkOfMerged(ctx, ctx.company, candidates);
  if (merged) return readCustomer({ ...ctx, link: merged });
  const data: CustomerPanel =
    candidates.length > 0
      ? { state: 'candidates', candidates, freshness: figure.freshness }
      : {
          state: 'none',
          canCreate: customers.create !== undefined && writes(ctx, 'customers'),
          freshness: figure.freshness,
        };
  return { state: 'ready', data, freshness: figure.freshness, refreshing: figure.refreshing };
}
export const customerPanel = (ctx: Context) => panel(ctx, () => readCustomer(ctx));

const noteLink = (ctx: Context, event: 'customer_linked' | 'customer_unlinked', { id, number }: ErpCustomer) =>
  ctx.services.note(ctx.account.id, ctx.actor, event, `company ${ctx.company?.id ?? ''}: ${number} (${id})`);

/** Ties the company to an ERP customer, has one created, or cuts the tie. */
export async function link(ctx: Context, input: LinkInput, idempotencyKey: string): Promise<void> {
  requireFlow(ctx, 'customers');
  const company = companyOf(ctx.record);
  if (!company || !ctx.company) throw new ProblemError('no_company');
  const { links, identity, now } = ctx.services;
  if (input.action === 'unlink') {
    if (!ctx.link) return;
    await links.remove(ctx.account.id, ctx.company);
    // The id lets the person undo it: the customer is linked again.
    await noteLink(ctx, 'customer_unlinked', ctx.link.customer);
    return;
  }
  // Of a merged company with two customers a person may name either at once.
  const open = (ctx.former.company?.otherCustomers ?? []).length > 0;
  if (ctx.link && !(open && input.action === 'link')) throw new ProblemError('customer_already_linked');
  if (input.action === 'link') {
    const ties = [{ company: ctx.company.id, customer: input.customerId }];
    const who = { account: ctx.account.id, actor: ctx.actor };
    const unknown = await tie({ links, erp: ctx.erp, now }, who, ties, readSignal(), true);
    if (unknown.length > 0) throw new ProblemError('unknown_customer', { field: 'customerId' });
    const linked = await links.get(ctx.account.id, ctx.company);
    if (linked) await noteLink(ctx, 'customer_linked', linked.customer);
    if (open) await identity.settle(ctx.account.id, ctx.company);
    return;
  }
  await createCustomer(ctx, idempotencyKey);
}

/** Has the company created as an ERP customer, once: whoever asks again gets the submission that is there. */
export async function createCustomer(ctx: Context, idempotencyKey: string): Promise<Submission> {
  requireWriting(ctx, 'customers');
  const company = companyOf(ctx.record);
  if (!company || !ctx.company) throw new ProblemError('no_company');
  if (!ctx.erp.customers?.create) throw new ProblemError('flow_unsupported');
  if (company.name.trim() === '') throw new ProblemError('company_without_name');
  const revision = creation(ctx);
  const reference = referenceFor(ctx.account.id, 'customer', company.id, revision);
  const { name, vatId, phone, street, postalCode, city, country } = company;
  const currency = ctx.record.type === 'deal' ? currencyOfDeal(ctx.record).currency : null;
  const contact = ctx.record.contacts.find((each) => each.email !== null);
  const email = contact?.email ?? null;
  // What an admin has mapped goes with the customer, or the customer is not created.
  const { troubles, unknown } = await mappedCustomer(ctx);
  const [trouble] = troubles;
  if (unknown) throw new ProblemError('erp_unreachable');
  if (trouble)
    throw new ProblemError('invalid_input', { field: trouble.field, detail: `${trouble.field}: ${trouble.value}` });
  const details = await customerDetails(ctx, company);
  return ctx.services.submissions.submit(
    { account: ctx.account.id, actor: ctx.actor },
    {
      connection: ctx.connection.id,
      record: ctx.company,
      revision,
      reference,
      idempotencyKey,
      body: { create: company.id },
      names: { record: name, customer: name },
      contactId: contact?.id,
      payload: {
        kind: 'customer',
        customer: { reference, name, vatId, email, phone, street, postalCode, city, country, currency, ...details },
        ...(details.contacts ? { people: sentContacts(ctx.record.contacts).map(({ id }) => id) } : {}),
      },
    },
  );
}
