import { readJson } from '../numbers.ts';
import { amount } from './amounts.ts';
import type { Call } from './call.ts';
import { changeCustomer, createCustomer, keepContact, keepDeliveryAddress, keepOfContact } from './customers.ts';
import { enums } from './enums.ts';
import { bad, gap, noPath, noRecord, noRight, notAllowed } from './errors.ts';
import { entityOf, routeOf } from './metadata.ts';
import { changeOrder, createOrder, deleteOrder, lock, newOrder, orderFor } from './orders.ts';
import { enquiry, unitOf } from './prices.ts';
import { found, queryOf, wishOf } from './query.ts';
import { shown } from './show.ts';
import { sourceOf } from './sources.ts';
import { type Row, text } from './store.ts';
import { type Body, checked, isObject } from './write.ts';

export type Answered = { status: number; body: unknown; headers?: Record<string, string> };
const ok = (body: unknown): Answered => ({ status: 200, body });

function payload({ body }: Call): Body {
  let read: unknown;
  try {
    read = readJson(body);
  } catch {
    throw bad('The request body is not valid JSON.');
  }
  if (!isObject(read)) throw bad('The request body is empty or not an object.');
  return read;
}
/** Lists that are the same in every company. */
const lists: Readonly<Record<string, { entity: string; values: readonly string[] }>> = {
  sop_document_status_types: { entity: 'sop_document_status_type', values: enums.document_status },
  account_status_types: { entity: 'account_status_type', values: enums.account_status },
  product_status_types: { entity: 'product_status_type', values: enums.product_status },
};
function typeList(name: string): Answered | null {
  const list = lists[name];
  if (!list) return null;
  const source = { entity: list.entity, table: list.entity, fields: {}, order: [] };
  const label = (value: string): string => value.replace(/^EnumDocumentStatus|^AccountStatus/, '');
  return ok(
    list.values.map((value, nth) =>
      shown(undefined as never, source, {
        id: String(nth),
        created: '',
        updated: '',
        value,
        description: label(value),
      }),
    ),
  );
}
/** Fields that an answer lacks where a release is older. */
function without(call: Call, entity: string, body: Record<string, unknown>): Record<string, unknown> {
  const missing = call.faults.withoutFields
    .filter((path) => path.startsWith(`${entity}.`))
    .map((path) => path.slice(entity.length + 1));
  return missing.length === 0
    ? body
    : Object.fromEntries(Object.entries(body).filter(([name]) => !missing.includes(name)));
}
function answerOf(call: Call, entity: string, row: Row): Answered {
  const body = shown(call.store, sourceOf(entity), row, wishOf(entityOf(entity), call.query));
  if (call.faults.strangeStatus && 'document_status' in body) body.document_status = 'EnumDocumentStatusParked';
  return ok(without(call, entity, body));
}
/** What the path fixes: `/customers/{customerId}/sop_orders` are the orders of that customer. */
const owners: Readonly<Record<string, { entity: string; field: string }>> = {
  customerId: { entity: 'customer', field: 'customer_id' },
  CustomerContactId: { entity: 'customer_contact', field: 'customer_contact_id' },
  productId: { entity: 'product', field: 'product_id' },
  warehouseId: { entity: 'warehouse', field: 'warehouse_id' },
  sopOrderId: { entity: 'sop_order', field: 'sop_order_id' },
  productGroupId: { entity: 'product_group', field: 'product_group_id' },
};
function listed(call: Call, entityName: string, within: { field: string; value: string }[]): Answered {
  const source = sourceOf(entityName);
  const entity = entityOf(entityName);
  const query = queryOf(entity, call.query);
  const top = Math.min(
    call.query.has('$top') ? query.top : Math.min(query.top, call.faults.pageSize),
    call.faults.pageSize,
  );
  const [owner = null, ...more] = within;
  if (more.length > 0) throw gap('lists below two records');
  const rows = found(call.store, source, { ...query, top }, owner);
  return ok(
    rows.map((row) => {
      const body = shown(call.store, source, row, query.wish);
      if (call.faults.strangeStatus && 'document_status' in body) body.document_status = 'EnumDocumentStatusParked';
      return without(call, entityName, body);
    }),
  );
}
function one(call: Call, entityName: string, id: string): Answered {
  for (const name of call.query.keys())
    if (name !== '$select' && name !== '$expand') throw bad(`The query parameter '${name}' is not supported.`);
  if (entityName === 'sop_order') {
    const order = orderFor(call.store, id);
    const { expand } = wishOf(entityOf(entityName), call.query);
    return answerOf(call, entityName, expand.has('is_to_lock') ? lock(call, order) : order);
  }
  const source = sourceOf(entityName);
  const row = call.store.table(source.table).find(id);
  if (!row || (source.belongs && !source.belongs(call.store, row))) throw noRecord(entityName.replaceAll('_', ' '), id);
  return answerOf(call, entityName, row);
}
function priceEnquiry(call: Call): Answered {
  const { store } = call;
  const { values } = checked('customer_price_enquiry_request', payload(call));
  const record = (table: string, key: string): Row => {
    const row = store.table(table).find(values[key]);
    if (!row)
      throw bad(
        values[key] ? `The ${table} with the Id ${String(values[key])} does not exist.` : `'${key}' is required.`,
      );
    return row;
  };
  const [customer, product] = [record('customer', 'customer_id'), record('product', 'product_id')];
  const unit = String(values.selling_unit_id ?? text(product, 'selling_unit_id'));
  if (!unitOf(store, product, unit))
    throw bad(`The unit with the Id ${unit} is not a unit of the product ${text(product, 'code')}.`);
  const quantity = typeof values.quantity === 'bigint' ? values.quantity : amount('1');
  const source = { entity: 'customer_price_enquiry', table: '', fields: {}, order: [] };
  return ok(shown(store, source, enquiry(store, customer, product, quantity, unit)));
}
/** Writes that this double has, by method and the vendor's path. */
const writes: Readonly<Record<string, (call: Call, ids: readonly string[]) => Answered>> = {
  'POST /customer_price_enquiry': priceEnquiry,
  'POST /sop_orders': (call) => answerOf(call, 'sop_order', createOrder(call, payload(call))),
  'POST /sop_orders_new': (call) => answerOf(call, 'sop_order', newOrder(call, payload(call))),
  'PUT /sop_orders/{Id}': (call, [id = '']) => answerOf(call, 'sop_order', changeOrder(call, id, payload(call))),
  'DELETE /sop_orders/{Id}': (call, [id = '']) => {
    deleteOrder(call, id);
    return ok('');
  },
  'POST /customers': (call) => answerOf(call, 'customer', createCustomer(call, payload(call))),
  'PUT /customers/{Id}': (call, [id = '']) => answerOf(call, 'customer', changeCustomer(call, id, payload(call))),
  'POST /customers/{customerId}/customer_contacts': (call, [customer = '']) => {
    if (!call.store.table('customer').find(customer)) throw noRecord('customer', customer);
    return answerOf(call, 'customer_contact', keepContact(call.store, customer, payload(call), call.now) as Row);
  },
  'POST /customer_contacts/{CustomerContactId}/customer_emails': (call, [contact = '']) => {
    if (!call.store.table('customer_contact').find(contact)) throw noRecord('customer contact', contact);
    return answerOf(
      call,
      'customer_email',
      keepOfContact(call.store, 'customer_email', contact, payload(call), call.now),
    );
  },
  'POST /customer_delivery_addresses': (call) =>
    answerOf(call, 'customer_delivery_address', keepDeliveryAddress(call, null, payload(call))),
  'PUT /customer_delivery_addresses/{Id}': (call, [id = '']) =>
    answerOf(call, 'customer_delivery_address', keepDeliveryAddress(call, id, payload(call))),
};
/** Entities that are stored or are views of what is stored. */
const readable = new Set(
  `current_user company_details currency currency_iso_code country_code tax_code trader_contact_role customer customer_view customer_contact
  customer_email customer_telephone customer_contact_role customer_delivery_address lookup_customer price_band customer_discount_group product
  product_group unit warehouse warehouse_holding product_warehouse_view product_price_view lookup_product product_view sop_order sop_order_line
  sop_order_line_view sop_order_return_view sop_return_line_view sop_order_return_invoice_credit_view sop_order_return_line_invoice_credit_view
  sop_order_despatch_view sop_order_despatch_line_view sop_despatch_receipt sop_cancelled_line sop_additional_charge sop_settings sop_user_permission
  sales_posted_transaction sales_transaction_view sales_ledger_settings`.split(/\s+/),
);
/** Answers everything below `/uk/sage200extra/accounts/v1/` but the list of sites. */
export function answer(call: Call): Answered {
  const hit = routeOf(call.path);
  if (!hit) throw noPath(call.path);
  const { route, ids } = hit;
  const method = route.methods.get(call.method);
  if (!method) throw notAllowed(call.method);
  const denied = [...call.user.denied, ...call.faults.denied];
  if (denied.some((beginning) => route.parts.some((part) => part.startsWith(beginning)))) throw noRight();
  for (const id of ids) if (!/^\d{1,19}$/.test(id)) throw bad(`The value '${id}' is not valid for Id.`);
  const write = writes[`${call.method} ${route.pattern}`];
  if (write) return write(call, ids);
  if (call.method !== 'GET') throw gap(`${call.method} ${route.pattern}`);
  const list = typeList(call.path);
  if (list) return list;
  if (call.path === 'current_user')
    return answerOf(call, 'current_user', {
      id: call.user.id,
      created: '',
      updated: '',
      logon_name: call.user.email,
      friendly_name: call.user.name,
      email_address: call.user.email,
      is_web_user: true,
      last_logon_date_time: null,
    });
  const isList = method.gives.endsWith('[]');
  const entity = method.gives.replace('[]', '');
  if (!readable.has(entity)) throw gap(`GET ${route.pattern}`);
  if (!isList) return one(call, entity, ids.at(-1) ?? '1');
  const names = route.parts.filter((part) => part.startsWith('{')).map((part) => part.slice(1, -1));
  const within = names.map((name, nth) => {
    const owner = owners[name];
    if (!owner || !entityOf(entity).fields.has(owner.field)) throw gap(`GET ${route.pattern}`);
    if (!call.store.table(owner.entity).find(ids[nth]))
      throw noRecord(owner.entity.replaceAll('_', ' '), ids[nth] ?? '');
    return { field: owner.field, value: ids[nth] ?? '' };
  });
  return listed(call, entity, within);
}
