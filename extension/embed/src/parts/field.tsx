import type { EntryField } from '@backroom/panels';
import { useId } from 'react';

type Props = Pick<EntryField, 'name' | 'label' | 'kind' | 'value' | 'wrong' | 'isRequired'> & {
  options: readonly EntryField['options'][number][];
  hint?: string | undefined;
  onText: (text: string) => void;
};
/** A labelled input with what is wrong with it below, which screen readers read with it. */
export function Field({ name, label, kind, value, wrong, isRequired, options, hint, onText }: Props) {
  const id = useId();
  const below = wrong ?? hint;
  const common = {
    id,
    name,
    value,
    required: isRequired,
    'aria-invalid': wrong !== null || undefined,
    'aria-describedby': below ? `${id}below` : undefined,
    onChange: ({ target }: { target: { value: string } }) => onText(target.value),
  };
  return (
    <div className={`field ${kind}`}>
      <label htmlFor={id}>
        {label}
        {isRequired ? ' *' : null}
      </label>
      {kind === 'choice' ? (
        <select {...common}>
          {options.map((each) => (
            <option key={each.value} value={each.value}>
              {each.label}
            </option>
          ))}
        </select>
      ) : kind === 'long' ? (
        <textarea {...common} rows={3} />
      ) : (
        <input {...common} type={kind === 'date' ? 'date' : 'text'} autoComplete="off" />
      )}
      {below ? (
        <p id={`${id}below`} className={wrong === null ? 'small' : 'wrong'}>
          {below}
        </p>
      ) : null}
    </div>
  );
}
export const textField = { kind: 'text', isRequired: false, options: [], wrong: null } as const;

export const Tick = (props: {
  name: string;
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) => (
  <label className="tick">
    <input
      type="checkbox"
      name={props.name}
      checked={props.checked}
      onChange={({ target }) => props.onChange(target.checked)}
    />
    <span>{props.label}</span>
  </label>
);
