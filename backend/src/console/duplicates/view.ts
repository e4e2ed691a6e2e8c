import type { AccountId } from '@backroom/shared';
import { type DuplicatesWords, duplicatesKey, duplicatesTranslator } from '@backroom/shared/messages/duplicates';
import type { ListName } from '../../scans/views.ts';
import type { View } from '../view.ts';

export const BASE = '/desk/duplicates';
export const A_PAGE = 25;
/** The pages of duplicates speak with words of their own, `u`, beside the desk's. */
export type DuplicatesView = View & { u: DuplicatesWords };
export const withWords = (view: View): DuplicatesView => ({ ...view, u: duplicatesTranslator(view.locale) });
/** The words of a code; the code itself where there are none. */
export const worded = ({ u }: DuplicatesView, text: string, values: Record<string, string> = {}): string => {
  const key = duplicatesKey(text);
  return key ? u(key, values) : text;
};

/** What the address of the page says. */
export type Where = { connection: string; list: ListName; search: string; after: string | null };
export function addressOf({ connection, list, search, after }: Partial<Where>, path = BASE): string {
  const query = new URLSearchParams({
    ...(connection && connection !== 'main' ? { connection } : {}),
    ...(list ? { list } : {}),
    ...(search ? { q: search } : {}),
    ...(after ? { after } : {}),
  });
  return `${path}${query.size > 0 ? `?${query}` : ''}`;
}
export type RecordUrl = (account: AccountId) => Promise<(record: { type: 'company'; id: string }) => string | null>;
