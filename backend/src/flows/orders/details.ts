import {
  type EntryName,
  type ErpAddress,
  entryNames,
  type OrderAddress,
  type OrderCharge,
  type OrderContact,
  type OrderEntries,
  type PreviewDetails,
  postalLine,
} from '@backroom/shared';
import type { CachePolicy } from '../../cache/figures.ts';
import { currencyOf, settledOf } from '../../deals/quoted.ts';
import type { Carried, ErpDescription } from '../../erp/contract/description.ts';
import { operations } from '../../erp/contract/schemas.ts';
import { type Context, oncePerRequest, readSignal } from '../context.ts';
import { customerFigure } from '../customer-figure.ts';
import { dealOf } from '../lines.ts';
import { type MappedCharge, type MappedOrder, mappedOrder } from '../mapping/order.ts';
import { entriesOfCrm, isComplete, notADay } from './entries.ts';
import { keptEntries } from './keep.ts';

/** Addresses change now and then; one that is gone is refused by the ERP, with its field. */
const policy: CachePolicy = { freshMs: 60_000, staleMs: 86_400_000 };
const DESCRIBE_MS = 2000;
const firstVersion: readonly Carried[] = ['requested_date', 'note'];
/** No key of a line or charge: what an entry needs the ERP to carry. */
const needs = {
  poNumber: 'po_number',
  requestedDate: 'requested_date',
  note: 'note',
  contact: 'contact',
  partialDelivery: 'partial_delivery',
} as const satisfies Partial<Record<EntryName, Carried>>;
const addressNeeds = {
  deliverTo: { known: 'delivery_address', one_off: 'one_off_delivery_address' },
  invoiceTo: { known: 'invoice_address', one_off: 'one_off_invoice_address' },
} as const satisfies Partial<Record<EntryName, Record<OrderAddress['kind'], Carried>>>;

/** What an order says beside its lines. */
export type Sent = {
  poNumber?: string;
  requestedDate: string | null;
  note: string | null;
  contact?: OrderContact;
  deliverTo?: OrderAddress;
  invoiceTo?: OrderAddress;
  partialDelivery?: boolean;
  charges?: OrderCharge[];
  custom?: Record<string, string>;
};
export type Dropped = { name: EntryName; value: string };
/** The details that are sent, and why others are not. */
export type SentDetails = {
  description: ErpDescription | null;
  carries: ReadonlySet<Carried>;
  sent: Sent;
  /** What an admin has mapped, and what keeps it from being sent. */
  mapped: MappedOrder;
  /** What stands in the mapped field of the requested date and is no day. */
  unusable: { field: string; value: string } | null;
  /** What was entered or stands in the CRM, and the ERP does not take. */
  dropped: Dropped[];
  entered: EntryName[];
  /** The CRM's contact who is in it. */
  contactId: string | undefined;
};
export type Details = SentDetails & { addresses: ErpAddress[] | null };

const addressesOf = oncePerRequest(async (ctx: Context): Promise<ErpAddress[] | null> => {
  const carries = carriedBy(await describe(ctx));
  const ask = ctx.erp.customers?.addresses;
  const customer = ctx.link?.customer.id;
  if (!ask || customer === undefined || !(carries.has('delivery_address') || carries.has('invoice_address')))
    return null;
  try {
    const { value } = await customerFigure(ctx, {
      name: 'addresses',
      customer,
      policy,
      schema: operations['customers.addresses'].out,
      read: () => ask({ customerId: customer }, { signal: readSignal() }),
    });
    return value.results;
  } catch {
    // An order goes to the usual address then; what was chosen before is still sent, and the ERP says whether it has it.
    return null;
  }
});
const describe = oncePerRequest((ctx) =>
  ctx.erp.describe({}, { signal: AbortSignal.timeout(DESCRIBE_MS) }).catch((): ErpDescription | null => null),
);
const carriedBy = (description: ErpDescription | null): ReadonlySet<Carried> =>
  new Set(description?.carries ?? firstVersion);

const takes = (carries: ReadonlySet<Carried>, name: EntryName): boolean =>
  name === 'deliverTo' || name === 'invoiceTo'
    ? Object.values(addressNeeds[name]).some((each) => carries.has(each))
    : carries.has(needs[name]);
const fits = (carries: ReadonlySet<Carried>, name: EntryName, value: NonNullable<OrderEntries[EntryName]>): boolean =>
  name === 'deliverTo' || name === 'invoiceTo'
    ? carries.has(addressNeeds[name][(value as OrderAddress).kind])
    : carries.has(needs[name]);

/** As people read it. */
function wordsOf(value: NonNullable<OrderEntries[EntryName]>, known: readonly ErpAddress[]): string {
  if (typeof value !== 'object') return String(value);
  if (!('kind' in value)) return value.name;
  if (value.kind === 'one_off') return postalLine(value.address);
  const there = known.find(({ id }) => id === value.id);
  return there ? postalLine(there) : value.id;
}

const isUnfinished = (value: NonNullable<OrderEntries[EntryName]>): boolean =>
  typeof value === 'object' && 'kind' in value && value.kind === 'one_off' && !isComplete(value.address);

/** Charges of the quote that become part of the order. */
function chargesOf(ctx: Context, carries: ReadonlySet<Carried>, mapped: readonly MappedCharge[]): OrderCharge[] {
  const deal = dealOf(ctx);
  const currency = currencyOf(deal);
  const isLine = (kind: string, name: string) =>
    mapped.some(({ charge }) => charge.kind === kind && charge.name === name);
  return settledOf(deal).charges.flatMap(({ kind, name, amount }) =>
    kind !== 'tax' && carries.has(kind) && !isLine(kind, name) ? [{ kind, name, amount: { amount, currency } }] : [],
  );
}

/**
 * What the order says beside its lines: what a rep entered, else what the CRM has; nothing that the ERP does not take. The ERP's addresses are waited for
 * only where an address of the CRM may be one of them.
 */
async function sentFor(ctx: Context, asked?: OrderEntries): Promise<SentDetails> {
  const deal = dealOf(ctx);
  const [description, entries, mapped] = await Promise.all([
    describe(ctx),
    asked ?? keptEntries(ctx),
    mappedOrder(ctx),
  ]);
  const carries = carriedBy(description);
  const { mapping } = ctx.connection.options;
  const unplaced = entriesOfCrm(deal, [], mapping);
  const isPlaced = [unplaced, entries].some(({ deliverTo, invoiceTo }) => deliverTo || invoiceTo);
  const addresses = isPlaced ? await addressesOf(ctx) : null;
  const crm = addresses ? entriesOfCrm(deal, addresses, mapping) : unplaced;
  const sent: Sent = { requestedDate: null, note: null };
  const dropped: Dropped[] = [];
  for (const name of entryNames.options) {
    const value = entries[name] === undefined ? crm[name] : entries[name];
    if (value === null || value === undefined || value === '') continue;
    // One that a rep entered is for the rep to complete.
    const unusable = entries[name] === undefined && isUnfinished(value);
    if (!unusable && fits(carries, name, value)) Object.assign(sent, { [name]: value });
    // The CRM's contacts are those of the deal, and promised to nobody; one that was entered was meant for this order.
    else if (name !== 'contact' || entries.contact) dropped.push({ name, value: wordsOf(value, addresses ?? []) });
  }
  const contact = sent.contact && (entries.contact ?? crm.contact);
  if (contact) sent.contact = { name: contact.name, email: contact.email, phone: contact.phone };
  const charges = chargesOf(ctx, carries, mapped.charges);
  return {
    description,
    carries,
    sent: {
      ...sent,
      ...(charges.length > 0 ? { charges } : {}),
      ...(Object.keys(mapped.custom).length > 0 ? { custom: mapped.custom } : {}),
    },
    mapped,
    unusable: notADay(deal, mapping),
    dropped,
    contactId: contact?.id,
    entered: entryNames.options.filter((name) => entries[name] !== undefined),
  };
}
const keptSent = oncePerRequest((ctx) => sentFor(ctx));
/** The details that are sent with an order: those of `entries`, or else those that the deal keeps. */
export const sentDetails = (ctx: Context, entries?: OrderEntries): Promise<SentDetails> =>
  entries ? sentFor(ctx, entries) : keptSent(ctx);
/** The same with the customer's addresses, to choose from. */
export const withAddresses = async (ctx: Context, sent: SentDetails): Promise<Details> => ({
  ...sent,
  addresses: await addressesOf(ctx),
});

/** What a card needs to offer it for entering. */
export function offered(
  ctx: Context,
  { description, carries, sent, mapped, entered, addresses }: Details,
): PreviewDetails {
  const limits = description?.limits;
  return {
    takes: entryNames.options.filter((name) => takes(carries, name)),
    values: {
      poNumber: sent.poNumber ?? null,
      requestedDate: sent.requestedDate,
      note: sent.note,
      contact: sent.contact ?? null,
      deliverTo: sent.deliverTo ?? null,
      invoiceTo: sent.invoiceTo ?? null,
      partialDelivery: sent.partialDelivery ?? null,
    },
    entered,
    oneOff: { deliverTo: carries.has('one_off_delivery_address'), invoiceTo: carries.has('one_off_invoice_address') },
    addresses,
    contacts: dealOf(ctx).contacts.map(({ id, name, email, phone }) => ({ id, name, email, phone: phone ?? null })),
    longest: {
      poNumber: limits?.poNumber ?? null,
      note: limits?.text ?? null,
      address: limits?.address ?? null,
    },
    charges: [...(sent.charges ?? []), ...mapped.charges.map(({ charge }) => charge)],
  };
}

/** The addresses that an order names by their id, in words: what is kept must be readable without the ERP. */
export function placesOf({ sent, addresses }: Details): Record<string, string> {
  return Object.fromEntries(
    (['deliverTo', 'invoiceTo'] as const).flatMap((name) => {
      const place = sent[name];
      const there = place?.kind === 'known' ? addresses?.find(({ id }) => id === place.id) : undefined;
      return there ? [[name, postalLine(there)]] : [];
    }),
  );
}
