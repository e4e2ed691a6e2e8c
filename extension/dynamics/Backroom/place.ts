import type { Context } from './component-framework.ts';

/** Where the control stands. Nothing of it is proven: the frame's own sign-in is. */
export type Place = { entity: string; id: string; orgId: string; language: string };
const GUID = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/i;
const entities = new Set(['opportunity', 'quote', 'account']);
const guidIn = (text: string | null | undefined): string | null =>
  GUID.exec(text?.trim() ?? '')?.[1]?.toLowerCase() ?? null;

/**
 * The record of the form. Microsoft documents no member for it: `page` is what most hosts have, `contextInfo` what others have. Null: neither does yet, as on
 * a form that was never saved, and at the first opening of some.
 */
function recordOf(context: Context<unknown>): { entity: string; id: string } | null {
  for (const found of [context.page, context.mode.contextInfo]) {
    const id = guidIn(found?.entityId);
    const entity = found?.entityTypeName?.toLowerCase();
    if (id && entity && entities.has(entity)) return { entity, id };
  }
  return null;
}
export function placeOf(context: Context<unknown>, organization: string | null): Place | null {
  const record = recordOf(context);
  const orgId = guidIn(organization);
  return record && orgId ? { ...record, orgId, language: String(context.userSettings.languageId) } : null;
}

/** Backroom's own origin, as the admin has typed it. Null: not typed, or not encrypted. */
export function originOf(address: string | null): string | null {
  try {
    const url = new URL(address?.trim() ?? '');
    const local = url.protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(url.hostname);
    return url.protocol === 'https:' || local ? url.origin : null;
  } catch {
    return null;
  }
}
export const frameAddress = (origin: string, { entity, id, orgId, language }: Place): string =>
  `${origin}/embed/dynamics-sales/?${new URLSearchParams({ orgId, entity, id, lcid: language })}`;
