import { z } from 'zod';
import type { Crm, StoredObject } from './database.ts';

/** HubSpot's own limits of a search. */
const GROUPS = 5;
const FILTERS = 6;
const PAGE = 200;
const RESULTS = 10_000;

const filterSchema = z.object({
  propertyName: z.string(),
  operator: z.enum(['EQ', 'NEQ', 'GT', 'GTE', 'LT', 'LTE', 'HAS_PROPERTY', 'NOT_HAS_PROPERTY']),
  value: z.string().optional(),
});
export const searchSchema = z.object({
  filterGroups: z.array(z.object({ filters: z.array(filterSchema).max(FILTERS) })).max(GROUPS),
  sorts: z
    .array(z.object({ propertyName: z.string(), direction: z.enum(['ASCENDING', 'DESCENDING']) }))
    .max(1)
    .default([]),
  properties: z.array(z.string()).default([]),
  limit: z.number().int().min(1).max(PAGE).default(10),
  after: z.string().default('0'),
});
type Filter = z.infer<typeof filterSchema>;
type Search = z.infer<typeof searchSchema>;

/** Numbers and moments are compared as such: HubSpot takes moments as milliseconds in text. */
const comparable = (text: string): number => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Date.parse(text));
const propertyOf = ({ id, properties }: StoredObject, name: string) =>
  name === 'hs_object_id' ? id : (properties[name] ?? null);

function fits(object: StoredObject, { propertyName, operator, value = '' }: Filter): boolean {
  const own = propertyOf(object, propertyName);
  if (operator === 'HAS_PROPERTY') return own !== null && own !== '';
  if (operator === 'NOT_HAS_PROPERTY') return own === null || own === '';
  if (own === null) return operator === 'NEQ';
  if (operator === 'EQ') return own === value;
  if (operator === 'NEQ') return own !== value;
  const [left, right] = [comparable(own), comparable(value)];
  if (operator === 'GT') return left > right;
  if (operator === 'GTE') return left >= right;
  return operator === 'LT' ? left < right : left <= right;
}

/** Groups are one or the other, the filters of a group all at once. Null: behind the ten thousandth result. */
export function search(crm: Crm, type: string, asked: Search): { total: number; page: StoredObject[] } | null {
  const offset = Number(asked.after);
  if (offset + asked.limit > RESULTS) return null;
  const found = crm
    .all(type)
    .filter((each) => asked.filterGroups.some(({ filters }) => filters.every((filter) => fits(each, filter))));
  const [sort] = asked.sorts;
  if (sort) {
    const key = (object: StoredObject) => comparable(propertyOf(object, sort.propertyName) ?? '');
    const sign = sort.direction === 'ASCENDING' ? 1 : -1;
    found.sort((left, right) => sign * (key(left) - key(right)));
  }
  return { total: found.length, page: found.slice(offset, offset + asked.limit) };
}
