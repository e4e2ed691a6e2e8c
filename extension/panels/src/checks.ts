import type { Check } from '@backroom/shared';
import { checkText } from '@backroom/shared/messages/check-words';
import type { Tag } from '@backroom/shared/messages/submission';
import type { Words } from './words.ts';

/** `retry`: asking again may solve it. `found`: the check itself, for what solves it beside the text. */
export type CheckView = Tag & { level: string; code: Check['code']; mustAccept: boolean; retry: boolean; found: Check };
/** What an ERP or a CRM that answers again changes without anybody correcting anything. */
const passing = new Set<Check['code']>([
  'figures_stale',
  'figure_missing',
  'erp_unavailable',
  'products_not_known',
  'customer_not_known',
  'record_unreadable',
]);
export const passes = ({ code, level }: Check): boolean => passing.has(code) && level !== 'info';
export const checkView = (words: Words, found: Check): CheckView => ({
  code: found.code,
  level: words.t(levelOf(found)),
  text: checkText(words, found),
  tone: toneOf(found),
  mustAccept: found.level === 'warn',
  retry: passes(found),
  found,
});
const levelOf = ({ level, approval }: Check) =>
  approval === 'needed'
    ? 'order.level.approval'
    : approval === 'granted'
      ? 'order.level.approved'
      : (`order.level.${level}` as const);
const toneOf = ({ code, level, approval }: Check): Tag['tone'] =>
  level === 'block' && approval !== 'needed'
    ? 'danger'
    : level === 'warn' || approval === 'needed' || code === 'near_limit'
      ? 'warning'
      : code === 'all_well'
        ? 'success'
        : 'info';
/** Each sentence once at its level: two lines may fail for the same reason. Lines whose price can be changed have one each. */
export const checksView = (words: Words, checks: readonly Check[]): CheckView[] => [
  ...new Map(
    checks
      .map((each) => checkView(words, each))
      .map((each): [string, CheckView] => [
        `${each.level} ${each.text} ${each.found.price === 'open' ? each.found.lineId : ''}`,
        each,
      ]),
  ).values(),
];
