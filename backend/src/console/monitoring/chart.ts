import { html } from 'hono/html';
import { percentile } from '../../monitoring/latency.ts';
import { type Period, type Point, periodBegin, periods } from '../../monitoring/stats-read.ts';
import { moment } from '../parts.ts';
import { figure, type Html } from '../view.ts';
import { type MonitoringView, milliseconds } from './view.ts';

const WIDTH = 720;
const HEIGHT = 160;
/** Room for the labels of the axes. */
const LEFT = 56;
const BOTTOM = 22;
const TOP = 8;

type Slot = { at: Date; calls: number; failed: number; p: readonly (number | null)[] };
const parts = [0.5, 0.95, 0.99] as const;
const names = ['p50', 'p95', 'p99'] as const;

/** One slot for each point of the period. Points without calls have no latency, which is not zero. */
function slotsOf(period: Period, points: readonly Point[], now: number): Slot[] {
  const { ms, points: wanted } = periods[period];
  const begin = periodBegin(period, now);
  const known = new Map(points.map((point) => [point.at.getTime(), point]));
  return Array.from({ length: wanted }, (_, nth) => {
    const at = begin + nth * ms;
    const point = known.get(at);
    const p = parts.map((part) => (point ? percentile(point.buckets, part) : null));
    return { at: new Date(at), calls: point?.calls ?? 0, failed: point?.failed ?? 0, p };
  });
}
/** The next round number: 1, 2 or 5 times a power of ten. */
function ceiling(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return (([1, 2, 5, 10] as const).find((each) => each * power >= value) ?? 10) * power;
}
const round = (value: number) => Math.round(value * 10) / 10;
const yOf = (value: number, top: number) => round(HEIGHT - BOTTOM - (value / top) * (HEIGHT - BOTTOM - TOP));
const xOf = (nth: number, of: number) => round(LEFT + ((WIDTH - LEFT) * nth) / of);

function frame(view: MonitoringView, slots: readonly Slot[], top: string, label: string, body: Html): Html {
  const when = (slot: Slot | undefined) => (slot ? view.format.instant(slot.at.toISOString()) : '');
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}">
<line class="axis" x1="${LEFT}" y1="${HEIGHT - BOTTOM}" x2="${WIDTH}" y2="${HEIGHT - BOTTOM}"/><line class="axis" x1="${LEFT}" y1="${TOP}" x2="${WIDTH}" y2="${TOP}"/>
<text x="${LEFT - 6}" y="${TOP + 8}" text-anchor="end">${top}</text><text x="${LEFT - 6}" y="${HEIGHT - BOTTOM}" text-anchor="end">0</text>
<text x="${LEFT}" y="${HEIGHT - 6}">${when(slots[0])}</text><text x="${WIDTH}" y="${HEIGHT - 6}" text-anchor="end">${when(slots.at(-1))}</text>${body}</svg>`;
}
function bars(view: MonitoringView, slots: readonly Slot[], label: string): Html {
  const top = ceiling(Math.max(...slots.map(({ calls }) => calls)));
  const width = round((WIDTH - LEFT) / slots.length - 1);
  const bar = (kind: string, nth: number, from: number, to: number) =>
    to > from
      ? html`<rect class="${kind}" x="${xOf(nth, slots.length)}" y="${yOf(to, top)}" width="${width}" height="${round(Math.max(1, yOf(from, top) - yOf(to, top)))}"/>`
      : '';
  const body = html`${slots.map(({ calls, failed }, nth) => html`${bar('failed', nth, 0, failed)}${bar('ok', nth, failed, calls)}`)}`;
  return frame(view, slots, figure(view, top), label, body);
}
function lines(view: MonitoringView, slots: readonly Slot[], label: string): Html {
  const top = ceiling(Math.max(1, ...slots.flatMap(({ p }) => p.map((each) => each ?? 0))));
  const half = (WIDTH - LEFT) / slots.length / 2;
  /** Runs of neighbouring points: a line does not cross a gap. */
  function runs(which: number): string[][] {
    const all: string[][] = [[]];
    for (const [nth, { p }] of slots.entries()) {
      const value = p[which] ?? null;
      if (value === null) all.push([]);
      else all.at(-1)?.push(`${round(xOf(nth, slots.length) + half)},${yOf(value, top)}`);
    }
    return all;
  }
  const drawn = names.map((name, which) =>
    runs(which).map((run) =>
      run.length > 1
        ? html`<polyline class="${name}" points="${run.join(' ')}"/>`
        : run[0]
          ? html`<circle class="${name}" cx="${run[0].split(',')[0]}" cy="${run[0].split(',')[1]}" r="3"/>`
          : '',
    ),
  );
  return frame(view, slots, milliseconds(view, top), label, html`${drawn}`);
}
const key = (kind: string, text: string): Html =>
  html`<span class="key"><svg viewBox="0 0 12 12" aria-hidden="true"><rect class="${kind}" width="12" height="12" rx="2"/></svg>${text}</span>`;

/** Calls and response times of one flow over a period, drawn and as a table. */
export function charts(view: MonitoringView, period: Period, points: readonly Point[]): Html {
  const { m } = view;
  const slots = slotsOf(period, points, view.now);
  const sum = (of: 'calls' | 'failed') => slots.reduce((all, slot) => all + slot[of], 0);
  const p95 = Math.max(-1, ...slots.map(({ p }) => p[1] ?? -1));
  const label = (title: string) =>
    m('chart.text', {
      title,
      period: m(`period.${period}`),
      calls: figure(view, sum('calls')),
      failed: figure(view, sum('failed')),
      p95: milliseconds(view, p95 < 0 ? null : p95),
    });
  const rows = slots
    .filter(({ calls }) => calls > 0)
    .map(
      ({ at, calls, failed, p }) =>
        html`<tr><td>${moment(view, at.toISOString())}</td><td class="n">${figure(view, calls)}</td><td class="n">${figure(view, failed)}</td>${p.map((each) => html`<td class="n">${milliseconds(view, each)}</td>`)}</tr>`,
    );
  return html`<h2>${m('chart.calls')}</h2><p class="keys">${key('ok', m('chart.ok'))} ${key('failed', m('chart.failed'))}</p>${bars(view, slots, label(m('chart.calls')))}
<h2>${m('chart.latency')}</h2><p class="keys">${names.map((name) => key(name, name))}</p>${lines(view, slots, label(m('chart.latency')))}
<details><summary>${m('chart.table')}</summary><div class="scroll" tabindex="0" role="group" aria-label="${m('chart.table')}"><table><thead><tr><th scope="col">${m('chart.time')}</th><th scope="col" class="n">${m('column.calls')}</th><th scope="col" class="n">${m('chart.failed')}</th>${names.map((name) => html`<th scope="col" class="n">${name}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div></details>`;
}
