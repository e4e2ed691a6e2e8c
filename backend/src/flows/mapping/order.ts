import type { OrderCharge } from '@backroom/shared';
import { currencyOf, settledOf } from '../../deals/quoted.ts';
import type { Product } from '../../erp/contract/schemas.ts';
import { toProblemError } from '../../problems/translate.ts';
import { folded, mappedTo } from '../../store/mapping.ts';
import { type Context, oncePerRequest } from '../context.ts';
import { mappedCustomer } from '../customers/details.ts';
import { dealOf, matchLines, productsByCode } from '../lines.ts';
import { erpFields } from './erp-fields.ts';
import { type MappingTrouble, mappedValues } from './values.ts';

/** A charge of the quote that an item of the ERP stands for. `product` null: the ERP has no such item on sale. */
export type MappedCharge = { charge: OrderCharge; code: string; product: Product | null };
export type UnitTrouble = {
  code: 'unmapped' | 'differs';
  lineId: string;
  field: string;
  name: string;
  value: string;
  erp: string;
};
export type MappedOrder = {
  /** Fields of the ERP's own order. */
  custom: Record<string, string>;
  troubles: MappingTrouble[];
  charges: MappedCharge[];
  units: UnitTrouble[];
  /** The ERP's fields are not known just now: what would be carried cannot be said. */
  unknown: boolean;
};

/** Lines whose unit in the CRM is none of the ERP's, or another than the product is sold in. */
async function unitsOf(ctx: Context): Promise<UnitTrouble[]> {
  const { units, line } = ctx.connection.options.mapping;
  const field = line.unit;
  if (field === undefined) return [];
  const lines = await matchLines(ctx).catch(() => []);
  return dealOf(ctx).lines.flatMap(({ id, name, unit }, index): UnitTrouble[] => {
    const product = lines[index]?.product;
    if (!unit || !product) return [];
    const erp = product.unit;
    const mapped = mappedTo(units, unit);
    if (mapped === undefined)
      return folded(unit) === folded(erp) ? [] : [{ code: 'unmapped', lineId: id, field, name, value: unit, erp }];
    return folded(mapped) === folded(erp) ? [] : [{ code: 'differs', lineId: id, field, name, value: mapped, erp }];
  });
}

/** Code of the item for a charge: its own, else that of all charges of its kind. */
const codeFor = (ctx: Context, { kind, name }: Pick<OrderCharge, 'kind' | 'name'>): string | undefined => {
  const { charges } = ctx.connection.options.mapping;
  return mappedTo(charges, `${kind}:${name}`) ?? charges[`${kind}:`];
};
async function chargesOf(ctx: Context): Promise<MappedCharge[]> {
  const deal = dealOf(ctx);
  if (Object.keys(ctx.connection.options.mapping.charges).length === 0) return [];
  const currency = currencyOf(deal);
  const charges = settledOf(deal).charges.flatMap(({ kind, name, amount }) => {
    const code = kind === 'tax' ? undefined : codeFor(ctx, { kind, name });
    return kind === 'tax' || code === undefined ? [] : [{ charge: { kind, name, amount: { amount, currency } }, code }];
  });
  const products = await productsByCode(
    ctx,
    charges.map(({ code }) => code),
  );
  return charges.map((each) => {
    const product = products.get(each.code)?.product ?? null;
    return { ...each, product: product?.archived ? null : product };
  });
}
/** What of the deal the order carries because an admin has mapped it. */
const orderFields = oncePerRequest(async (ctx): Promise<MappedOrder> => {
  const { mapping } = ctx.connection.options;
  const names = mapping.toErp.flatMap(({ record, erp }) => (record === 'order' ? [erp] : []));
  const [charges, units] = await Promise.all([chargesOf(ctx), unitsOf(ctx)]);
  if (names.length === 0) return { custom: {}, troubles: [], charges, units, unknown: false };
  try {
    const fields = (await erpFields(ctx, 'order', names)) ?? [];
    const { values, troubles } = mappedValues(mapping, 'order', fields, dealOf(ctx).fields ?? {});
    return { custom: values, troubles, charges, units, unknown: false };
  } catch (error) {
    // The reason is that of every other figure of this ERP; a fault of ours is not.
    if (toProblemError(error).code === 'internal') throw error;
    return { custom: {}, troubles: [], charges, units, unknown: true };
  }
});
/** With what keeps the order's customer from being created as it is mapped, where it has none yet. */
export async function mappedOrder(ctx: Context): Promise<MappedOrder> {
  const order = await orderFields(ctx);
  if (ctx.link) return order;
  const customer = await mappedCustomer(ctx);
  return {
    ...order,
    troubles: [...order.troubles, ...customer.troubles],
    unknown: order.unknown || customer.unknown,
  };
}
