import { flowSchema } from '@backroom/shared';
import { alertTranslator } from '@backroom/shared/messages/alerts';
import { wordsFor } from '@backroom/shared/messages/languages';
import { languageOf } from '@backroom/shared/messages/locale';
import { monitoringTranslator } from '@backroom/shared/messages/monitoring';
import type { Item } from './check.ts';
import type { RuleId } from './settings.ts';

/** The console page where each alert is dealt with. */
export function placeOf({ rule, subject, connection }: Pick<Item, 'rule' | 'subject' | 'connection'>): string {
  const ofConnection = `/desk/connections/${encodeURIComponent(connection)}`;
  const places: Record<RuleId, string> = {
    erp_unreachable: ofConnection,
    flow_failing: `/desk/monitoring/${subject}?${new URLSearchParams({ connection, period: 'hour' })}`,
    feed_silent: '/desk/feed',
    order_waiting: '/desk/orders?tab=waiting',
    needs_attention: '/desk/orders?tab=attention',
    credential_ending: connection === '' ? '/desk/access' : ofConnection,
    signature_failures: '/desk/access',
    monitoring_gap: '/desk/alerts',
  };
  return places[rule];
}

/** One alert in words: what is the matter, since when, and what to do. */
export function alertText(
  locale: string,
  timeZone: string,
  item: Pick<Item, 'rule' | 'subject' | 'connection' | 'name' | 'value' | 'since'>,
) {
  const { t, format } = wordsFor({ locale, timeZone });
  const a = alertTranslator(languageOf(locale));
  const m = monitoringTranslator(languageOf(locale));
  const flow = flowSchema.safeParse(item.subject);
  const subject =
    item.rule === 'credential_ending'
      ? a(item.subject === 'credentials' || item.subject === 'api' ? `subject.${item.subject}` : 'subject.certificate')
      : flow.success
        ? t(`flow.${flow.data}`)
        : m(
            item.subject === 'crm' || item.subject === 'products' || item.subject === 'changes'
              ? `subject.${item.subject}`
              : 'subject.connection',
          );
  const values = { name: item.name || m('subject.crm'), subject, value: item.value, count: item.value };
  return {
    title: a(`title.${item.rule}`, values),
    todo: a(`do.${item.rule}`, values),
    since: a('since', { when: `${format.instant(item.since)} (${timeZone})` }),
  };
}
