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
};

export const Button = ({ children, variant = 'secondary', size = 'md', disabled, onClick, testId }: ButtonProps) => (
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
