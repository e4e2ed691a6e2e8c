import { currencySchema } from '@backroom/shared';
import { cleanText } from '@backroom/shared/text';

type Text = string | null | undefined;
export const filled = (text: Text): string | null => (text == null || text.trim() === '' ? null : text.trim());
export const currencyOf = (text: Text) => currencySchema.safeParse(filled(text) ?? '').data ?? null;
/** Codes of Pipedrive's own fields, and of custom ones, which are 40 hexadecimal digits. */
export const isFieldCode = (name: string): boolean => /^[a-z0-9_]{1,64}$/.test(name);

/** A value of a field as text: options as what people see, amounts without their currency, places by their whole line. Null: empty. */
export function textOf(value: unknown, options: readonly { id: string; label: string }[] = []): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value))
    return (
      value
        .map((each) => textOf(each, options))
        .filter((each) => each !== null)
        .join(', ') || null
    );
  if (typeof value === 'object') {
    const { value: inner, label } = value as { value?: unknown; label?: unknown };
    return textOf(label ?? inner ?? null, options);
  }
  const text = cleanText(String(value));
  return filled(options.find(({ id }) => id === text)?.label ?? text);
}
type WithFields = { custom_fields?: Readonly<Record<string, unknown>> | null | undefined } & Readonly<
  Record<string, unknown>
>;
/** A field of a row by its code, custom or not, as text. */
export const customText = (
  row: WithFields,
  code: string,
  options: readonly { id: string; label: string }[] = [],
): string | null => textOf(row.custom_fields?.[code] ?? (code === 'custom_fields' ? null : row[code]), options);
