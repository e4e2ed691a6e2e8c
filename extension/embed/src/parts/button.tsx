import type { ReactNode } from 'react';

type Props = {
  children: ReactNode;
  onClick: () => void;
  kind?: 'primary' | 'danger' | 'quiet';
  /** Under way: it takes no second press and keeps the focus, which a disabled button would lose. */
  busy?: boolean;
  disabled?: boolean;
  testId?: string;
};
export const Button = ({ children, onClick, kind, busy = false, disabled = false, testId }: Props) => (
  <button
    type="button"
    className={`button ${kind ?? ''} ${busy ? 'busy' : ''}`}
    disabled={disabled && !busy}
    aria-disabled={busy || undefined}
    aria-busy={busy || undefined}
    data-testid={testId}
    onClick={() => {
      if (!busy) onClick();
    }}
  >
    {children}
  </button>
);
export const Buttons = ({ children }: { children: ReactNode }) => <div className="buttons">{children}</div>;
