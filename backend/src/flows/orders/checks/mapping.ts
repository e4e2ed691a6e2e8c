import type { Check } from '@backroom/shared';
import type { MappingTrouble } from '../../mapping/values.ts';
import { check, type Findings } from './check.ts';

const codes = {
  gone_erp: 'mapped_field_gone',
  read_only: 'mapped_field_gone',
  gone: 'mapped_value_gone',
  unmapped: 'value_not_mapped',
  unusable: 'value_unusable',
} as const satisfies Record<MappingTrouble['code'], Check['code']>;

/** What the order was to carry by an admin's mapping, and cannot. An order never goes without it. */
export function aboutMapping({ details, convertedTo }: Findings): Check[] {
  if (!details || convertedTo !== null) return [];
  const { mapped, unusable } = details;
  return [
    ...(mapped.unknown ? [check('mapping_not_known', 'block')] : []),
    ...mapped.troubles.map(({ code, field, value }) => check(codes[code], 'block', { field, value })),
    ...mapped.units.map(({ code, lineId, field, name, value, erp }) =>
      code === 'unmapped'
        ? check('value_not_mapped', 'block', { field, value }, lineId)
        : check('unit_differs', 'block', { name, unit: value, erp }, lineId),
    ),
    ...(unusable ? [check('value_unusable', 'block', unusable)] : []),
    ...mapped.charges.flatMap(({ charge, code, product }) =>
      product ? [] : [check('charge_item_gone', 'block', { name: charge.name, code })],
    ),
  ];
}
