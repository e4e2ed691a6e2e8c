import { type Flow, flowSchema } from '@backroom/shared';
import { monitoringTranslator } from '@backroom/shared/messages/monitoring';
import { html } from 'hono/html';
import type { Subject } from '../../monitoring/subjects.ts';
import { figure, type Html, type View } from '../view.ts';

export type MonitoringView = View & { m: ReturnType<typeof monitoringTranslator> };
export const monitoringView = (view: View): MonitoringView => ({ ...view, m: monitoringTranslator(view.locale) });

const tabs = [
  ['flows', '/desk/monitoring'],
  ['calls', '/desk/calls'],
  ['alerts', '/desk/alerts'],
  ['audit', '/desk/audit'],
  ['load', '/desk/load'],
  ['versions', '/desk/versions'],
] as const;
export type MonitoringTab = (typeof tabs)[number][0];

/** The heading of every monitoring page, and the way to the others. */
export const heading = ({ m }: MonitoringView, here: MonitoringTab): Html =>
  html`<h1 tabindex="-1">${m('title')}</h1><nav class="tabs" aria-label="${m('tabs')}">${tabs.map(
    ([tab, path]) => html`<a href="${path}"${tab === here ? html` aria-current="page"` : ''}>${m(`tab.${tab}`)}</a>`,
  )}</nav>`;

const isFlow = (subject: Subject): subject is Flow => flowSchema.safeParse(subject).success;
export const subjectName = ({ m, t }: MonitoringView, subject: Subject): string =>
  isFlow(subject)
    ? t(`flow.${subject}`)
    : m(subject === 'signatures' || subject === 'events' ? 'subject.connection' : `subject.${subject}`);

/** Milliseconds in the viewer's language. */
export const milliseconds = (view: MonitoringView, ms: number | null): string =>
  ms === null ? '–' : view.m('ms', { ms: figure(view, ms) });
/** A share in percent. A little is never nothing, and almost all is never all. */
export function share({ format }: MonitoringView, part: number, whole: number): string {
  if (whole === 0) return '–';
  const percent = (part * 100) / whole;
  const shown = percent > 0 && percent < 0.1 ? 0.1 : percent < 100 && percent > 99.9 ? 99.9 : percent;
  return new Intl.NumberFormat(format.tag, { style: 'percent', maximumFractionDigits: 1 }).format(shown / 100);
}

/** The address of a page with these filters. Empty ones are left out. */
export function addressOf(path: string, filters: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(filters).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(Object.fromEntries(given))}`;
}
type Option = readonly [value: string, text: string];
export const select = (name: string, label: string, options: readonly Option[], chosen: string | undefined): Html =>
  html`<span class="filter"><label for="f-${name}">${label}</label><select id="f-${name}" name="${name}">${options.map(
    ([value, text]) =>
      html`<option value="${value}"${value === (chosen ?? '') ? html` selected` : ''}>${text}</option>`,
  )}</select></span>`;
