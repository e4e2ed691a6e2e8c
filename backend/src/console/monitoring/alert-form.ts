import { type AlertSettings, ruleIds, rules } from '../../monitoring/alerts/settings.ts';
import type { Entered } from './alerts.ts';

const time = /^([01]\d|2[0-3]):[0-5]\d$/;
const isZone = (text: string) => text === 'UTC' || Intl.supportedValuesOf('timeZone').includes(text);

/** The form of the rules: what it changes, or the fields that are wrong. */
export function readRules(form: Entered): { change: Pick<AlertSettings, 'rules' | 'quiet'> } | { wrong: string[] } {
  const wrong: string[] = [];
  const read: AlertSettings['rules'] = {};
  for (const id of ruleIds) {
    const text = form[`limit.${id}`]?.trim() ?? '';
    const limit = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
    if (!(limit >= 1 && limit <= rules[id].most)) wrong.push(id);
    read[id] = { on: form[`on.${id}`] === 'yes', limit };
  }
  const { 'quiet.from': from = '', 'quiet.to': to = '', 'quiet.zone': zone = 'UTC' } = form;
  const isQuiet = from !== '' || to !== '';
  if (isQuiet && !time.test(from)) wrong.push('quiet.from');
  if (isQuiet && !time.test(to)) wrong.push('quiet.to');
  if (isQuiet && !isZone(zone.trim())) wrong.push('quiet.zone');
  if (wrong.length > 0) return { wrong };
  return { change: { rules: read, quiet: isQuiet ? { from, to, timeZone: zone.trim() } : null } };
}
