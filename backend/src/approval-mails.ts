import { approvalLinks } from './access/approval-links.ts';
import type { Config } from './config.ts';
import { LINK_PATH } from './console/approvals/link-routes.ts';
import type { Approvals } from './flows/orders/approval.ts';
import { type ApprovalLetter, approvalLetter } from './monitoring/alerts/approval-letter.ts';
import { addMessage } from './monitoring/alerts/check.ts';
import { approvalKind } from './monitoring/alerts/outbox.ts';
import type { ApprovalStore } from './store/approvals.ts';
import type { Db } from './store/open.ts';

/** Puts a mail for each of the people into the outbox. Without a mail server nobody waits for one: the order desk lists what waits. */
export const approvalMails =
  (db: Db, config: Pick<Config, 'mail'>, now: () => Date): Approvals['mail'] =>
  async ({ account, approval, people, locale }) => {
    if (config.mail === null) return;
    const at = now();
    const message = { account, channel: 'email' as const, locale, kind: approvalKind(approval), items: [] };
    for (const target of people) await addMessage(db, { ...message, target, due: at, now: at });
  };

/** What such a mail says when it is sent; null where nothing waits for that person any more. The link is made then: it is stored nowhere. */
export const approvalLetters =
  (
    approvals: Pick<ApprovalStore, 'get'>,
    config: Pick<Config, 'encryptionKeys' | 'browserOrigin'>,
    now: () => Date,
  ): ApprovalLetter =>
  async ({ account, approval, email, locale }) => {
    const row = await approvals.get(account, approval);
    if (row?.state !== 'waiting') return null;
    const links = approvalLinks(config.encryptionKeys[0] ?? '');
    const token = await links.sign({ account, approval, email }, now().getTime());
    return approvalLetter(row, { locale, link: `${config.browserOrigin}${LINK_PATH}/${token}` });
  };
