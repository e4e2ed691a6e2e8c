import type { CrmAdapter } from '../contract/index.ts';

/** The id of a deal in what a person has typed, or copied from the CRM's address line: where the CRM says nothing else, the last number. */
export function dealIdIn(crm: Pick<CrmAdapter, 'dealIdIn'>, typed: string): string {
  const text = typed.trim();
  return (crm.dealIdIn ? crm.dealIdIn(text) : /(\d+)\D*$/.exec(text)?.[1]) ?? text;
}
