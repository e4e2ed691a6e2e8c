import type { SRow, Value } from './org.ts';

const rawJSON = (JSON as unknown as { rawJSON: (text: string) => unknown }).rawJSON;
/** As `Double.toString` of Java does: at least one decimal, an exponent from ten million on. */
function javaDouble(text: string): string {
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)0*(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  const decimals = fraction.replace(/0+$/, '');
  if (whole.length < 8) return `${sign}${whole}.${decimals || '0'}`;
  const digits = `${whole.slice(1)}${decimals}`.replace(/0+$/, '');
  return `${sign}${whole[0]}.${digits || '0'}E${whole.length - 1}`;
}
const wireValue = (value: Value): unknown =>
  value !== null && typeof value === 'object' ? rawJSON(javaDouble(value.double)) : value;

/** A row as the query resource writes it: `attributes` first, relationships nested, numbers as doubles. */
export function wireRow(row: SRow, version: string): Record<string, unknown> {
  const { '#type': type, ...fields } = row.fields;
  return {
    attributes: { type, url: `/services/data/v${version}/sobjects/${String(type)}/${String(fields.Id ?? '')}` },
    ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, wireValue(value ?? null)])),
    ...Object.fromEntries(
      Object.entries(row.related).map(([name, related]) => [name, related && wireRow(related, version)]),
    ),
  };
}
