/**
 * What is known of Odoo 19 from a real server and assumed of 17 and 18, whose differences were read in their sources' history alone: each is decided here,
 * once. docs/odoo-crm.md lists what follows from each. Where a guess would cost money, what is not known blocks instead.
 */
import type { RecordRef } from '@backroom/shared';
import type { Columns } from './describe.ts';
import { models } from './names.ts';

/** The unit of a line: renamed with 19. */
export const unitFieldOf = (columns: Columns | null): string =>
  columns?.has('product_uom_id') ? 'product_uom_id' : 'product_uom';
/** Address of a record's page. 18 and later have shorter ones, and lead this one there. */
export const pageOf = (url: string, { type, id }: RecordRef): string =>
  `${url}/web#id=${encodeURIComponent(id)}&model=${models[type]}&view_type=form`;
/** `/odoo/crm/7`, and what 17 has, whose addresses hold other numbers too. */
export const idIn = (address: string): string | null =>
  /\/crm\/(\d+)|[#?&]id=(\d+)/.exec(address)?.slice(1).find(Boolean) ?? /(\d+)\D*$/.exec(address)?.[1] ?? null;
/** A quotation is accepted by the customer's signature, or by the rep who confirmed it after the customer's word. */
export const acceptedState = 'sale';
/** 17 has no field that tells a won opportunity; its stage does, in all versions. */
export const wonField = 'stage_id.is_won';
export const recordIdIn = (value: unknown): number | null =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : null;
