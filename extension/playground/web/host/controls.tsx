import { type ReactNode, useEffect, useId, useState } from 'react';

type Children = { children?: ReactNode };
const event = (type: string) => ({ type, bubbles: true, timeStamp: Date.now(), id: '' });
const nothing = { openModal() {}, closeModal() {}, openPanel() {}, closePanel() {} };
type ButtonProps = Children & {
  variant?: string;
  size?: string;
  disabled?: boolean;
  onClick?: (event: object, reactions: object) => void;
  testId?: string;
  type?: string;
  href?: string | { url: string; external?: boolean };
};

/** With an address it is a link, as HubSpot draws it: another site's opens in a tab of its own. */
const LinkButton = ({ href, variant, size, children }: ButtonProps & { href: string }) => (
  <a className={`button ${variant} ${size}`} href={href} target="_blank" rel="noopener">
    {children}
  </a>
);
export const Button = ({
  children,
  variant = 'secondary',
  size = 'md',
  disabled,
  onClick,
  testId,
  href,
}: ButtonProps) =>
  href ? (
    <LinkButton href={typeof href === 'string' ? href : href.url} variant={variant} size={size}>
      {children}
    </LinkButton>
  ) : (
    <button
      type="button"
      className={`button ${variant} ${size}`}
      disabled={disabled}
      data-testid={testId}
      onClick={() => onClick?.(event('click'), nothing)}
    >
      {children}
    </button>
  );
export const LoadingButton = ({ loading, ...props }: ButtonProps & { loading?: boolean }) => (
  <Button {...props} disabled={Boolean(loading) || Boolean(props.disabled)} />
);
type FieldProps = {
  name: string;
  label: string;
  description?: string;
  value?: string;
  required?: boolean;
  error?: boolean;
  validationMessage?: string;
};
/** What is typed shows at once; the card hears of it over the worker's border, and its echo must not undo the next letter. */
function Field({
  name,
  label,
  description,
  value = '',
  required,
  error = false,
  validationMessage,
  onInput,
  long,
}: FieldProps & { onInput?: (text: string) => void; long?: boolean }) {
  const id = useId();
  const [text, setText] = useState(value);
  useEffect(() => {
    if (document.activeElement?.id !== id) setText(value);
  }, [id, value]);
  const Tag = long ? 'textarea' : 'input';
  const described = error && validationMessage ? validationMessage : description;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Tag
        id={id}
        name={name}
        value={text}
        aria-describedby={described ? `${id}-hint` : undefined}
        required={required}
        aria-invalid={error || undefined}
        onChange={({ target }) => {
          setText(target.value);
          onInput?.(target.value);
        }}
      />
      {described ? (
        <small id={`${id}-hint`} className={error ? 'wrong' : ''}>
          {described}
        </small>
      ) : null}
    </div>
  );
}
type Day = { year: number; month: number; date: number };
const two = (value: number) => String(value).padStart(2, '0');
export function DateInput({
  name,
  label,
  value,
  required,
  error = false,
  validationMessage,
  onChange,
}: Omit<FieldProps, 'value'> & { value?: Day; onChange?: (day: Day | undefined) => void }) {
  const id = useId();
  const hint = error && validationMessage ? validationMessage : null;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        type="date"
        required={required}
        aria-invalid={error || undefined}
        aria-describedby={hint ? `${id}-hint` : undefined}
        defaultValue={value ? `${value.year}-${two(value.month + 1)}-${two(value.date)}` : ''}
        onChange={({ target }) => {
          const [year, month, date] = target.value.split('-').map(Number);
          onChange?.(year && month && date ? { year, month: month - 1, date } : undefined);
        }}
      />
      {hint ? (
        <small id={`${id}-hint`} className="wrong">
          {hint}
        </small>
      ) : null}
    </div>
  );
}
type TextProps = FieldProps & { onInput?: (text: string) => void };
export const Input = (props: TextProps) => <Field {...props} />;
export const TextArea = (props: TextProps) => <Field {...props} long />;
export function Select({
  name,
  label,
  value,
  options,
  required,
  onChange,
}: FieldProps & { options: { label: string; value: string }[]; onChange?: (value: string) => void }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name} value={value} required={required} onChange={({ target }) => onChange?.(target.value)}>
        {options.map((each) => (
          <option key={each.value} value={each.value}>
            {each.label}
          </option>
        ))}
      </select>
    </div>
  );
}
export const ButtonRow = ({ children }: Children) => <div className="buttons">{children}</div>;

type CheckProps = Children & {
  name: string;
  checked?: boolean;
  label?: string;
  readonly?: boolean;
  onChange?: (on: boolean, value: string) => void;
};
/** The answer comes over the worker's border, so the box shows at once what was done to it. */
function Box({ children, name, checked = false, label, readonly, onChange, role }: CheckProps & { role?: 'switch' }) {
  const id = useId();
  const [on, setOn] = useState(checked);
  useEffect(() => setOn(checked), [checked]);
  return (
    <div className="check">
      <input
        id={id}
        type="checkbox"
        role={role}
        name={name}
        checked={on}
        disabled={readonly}
        onChange={({ target }) => {
          setOn(target.checked);
          onChange?.(target.checked, name);
        }}
      />
      <label htmlFor={id}>{label ?? children}</label>
    </div>
  );
}
export const Checkbox = (props: CheckProps) => <Box {...props} />;
export const Toggle = (props: CheckProps) => <Box {...props} role="switch" />;
