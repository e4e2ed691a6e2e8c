import type { MessageKey } from '@backroom/shared/messages/ui';
import type { Words } from './words.ts';

/** What was typed or chosen, by the name of the field. A field without a text is as the preview has it. */
export type Typed = Readonly<Record<string, string>>;
export type Option = { label: string; value: string };
export type EntryField = {
  name: string;
  label: string;
  kind: 'text' | 'date' | 'long' | 'choice';
  value: string;
  /** What is wrong with the text; null where nothing is. */
  wrong: string | null;
  isRequired: boolean;
  options: Option[];
  /** Belongs to the choice above. */
  isPart: boolean;
};
/** The value of a choice that leaves the matter to the ERP, and of one that enters something else. */
export const USUAL = '';
export const OTHER = 'other';

/** Makes a field of the form; `wrong` says what stands against a text. */
export type Make = (
  name: string,
  label: MessageKey,
  more?: Partial<Pick<EntryField, 'kind' | 'options' | 'isPart' | 'isRequired'>> & {
    longest?: number;
    wrong?: (text: string) => string | null;
  },
) => EntryField;
export function maker({ t }: Words, texts: Typed): Make {
  return (name, label, more = {}) => {
    const { kind = 'text', options = [], isPart = false, isRequired = false, longest = Number.MAX_VALUE, wrong } = more;
    const value = texts[name] ?? '';
    const { length } = value.trim();
    const found =
      length > longest
        ? t('entry.too_long', { max: String(longest), now: String(length) })
        : length > 0 && wrong
          ? wrong(value.trim())
          : null;
    return { name, label: t(label), kind, value, wrong: found, isRequired, options, isPart };
  };
}
const LONG = 24;
/** A choice of addresses needs the whole row: beside another field it would be cut. */
export const isWide = ({ isPart, options }: EntryField): boolean =>
  !isPart && options.some(({ label }) => label.length > LONG);
/** Whether what stands in the field can be sent. */
export const isRight = ({ wrong, isRequired, value }: EntryField): boolean =>
  wrong === null && (!isRequired || value.trim() !== '');
