import type { AccountId } from '@backroom/shared';
import { z } from 'zod';
import type { CrmEvent } from '../contract/index.ts';
import { isOurs } from './fields.ts';
import { isUuid } from './schemas.ts';
import { noticeObjects } from './unproved.ts';

const image = z.record(z.string(), z.unknown());
/** A notice of the tenant's Autoflow, as CloudEvents have it. It is not signed. */
const noticeSchema = z.object({
  id: z.string().min(1).max(200),
  type: z.string().max(300),
  source: z.string().min(1).max(300),
  subject: z.string().refine(isUuid),
  time: z.iso.datetime({ offset: true }).optional(),
  data: z.object({ beforeImage: image.nullish(), currentImage: image.nullish() }),
});
export type Notice = z.infer<typeof noticeSchema>;
export type NoticeObject = keyof typeof noticeObjects;
export const isNoticeObject = (text: string): text is NoticeObject => Object.hasOwn(noticeObjects, text);

const same = (left: unknown, right: unknown) => JSON.stringify(left) === JSON.stringify(right);
const changedIn = (before: object, after: object): string[] => {
  const [left, right] = [before, after] as [Record<string, unknown>, Record<string, unknown>];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].filter((name) => !same(left[name], right[name]));
};
/** What our own writes change, and nothing else of the record. */
function isEcho({ data: { beforeImage: before, currentImage: after } }: Notice): boolean {
  if (!before || !after) return false;
  const changed = changedIn(before, after).filter((name) => name !== 'adminData');
  const fields = changedIn(image.safeParse(before.extensions).data ?? {}, image.safeParse(after.extensions).data ?? {});
  return changed.length > 0 && changed.every((name) => name === 'extensions') && fields.every(isOurs);
}
/** Throws a ZodError for what is no notice. */
export function parseNotice(
  account: AccountId,
  object: NoticeObject,
  body: unknown,
  now: number,
): { id: string; events: CrmEvent[] } {
  const notice = noticeSchema.parse(body);
  if (isEcho(notice)) return { id: notice.id, events: [] };
  const event: CrmEvent = {
    account,
    at: new Date(notice.time ?? now).toISOString(),
    kind: notice.data.currentImage ? 'record_changed' : 'record_deleted',
    record: { type: noticeObjects[object], id: notice.subject.toLowerCase() },
    property: null,
    into: null,
  };
  return { id: notice.id, events: [event] };
}
