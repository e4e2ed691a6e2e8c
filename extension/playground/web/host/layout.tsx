import type { ReactNode } from 'react';

type Children = { children?: ReactNode };
const space: Record<string, string> = {
  flush: '0',
  none: '0',
  'extra-small': '4px',
  xs: '4px',
  small: '8px',
  sm: '8px',
  medium: '16px',
  md: '16px',
  large: '24px',
  lg: '24px',
};
const place: Record<string, string> = {
  start: 'flex-start',
  end: 'flex-end',
  center: 'center',
  between: 'space-between',
  around: 'space-around',
  stretch: 'stretch',
  baseline: 'baseline',
};

export function Flex(
  props: Children & {
    direction?: 'row' | 'column';
    gap?: string;
    justify?: string;
    align?: string;
    wrap?: boolean | string;
  },
) {
  const {
    direction = 'row',
    gap = 'flush',
    justify = 'start',
    align = direction === 'column' ? 'stretch' : 'start',
    wrap,
  } = props;
  return (
    <div
      style={{
        display: 'flex',
        flexDirection: direction,
        gap: space[gap],
        justifyContent: place[justify],
        alignItems: place[align],
        flexWrap: wrap ? 'wrap' : 'nowrap',
      }}
    >
      {props.children}
    </div>
  );
}
export const AutoGrid = (props: Children & { columnWidth: number; flexible?: boolean; gap?: string }) => (
  <div
    className="auto-grid"
    style={{
      gap: space[props.gap ?? 'flush'],
      gridTemplateColumns: `repeat(auto-fill, minmax(min(100%, ${props.columnWidth}px), ${props.flexible ? '1fr' : `${props.columnWidth}px`}))`,
    }}
  >
    {props.children}
  </div>
);
export const Tile = ({ children }: Children) => <div className="tile">{children}</div>;
/** Closed at first, as HubSpot's is. */
export const Accordion = ({ title, children, defaultOpen }: Children & { title: string; defaultOpen?: boolean }) => (
  <details className="accordion" open={defaultOpen}>
    <summary>{title}</summary>
    {children}
  </details>
);
export const Divider = () => <hr />;
export const Heading = ({ children }: Children) => <h3>{children}</h3>;
export const Text = ({
  children,
  variant,
  format,
}: Children & { variant?: string; format?: { fontWeight?: string } }) => (
  <p
    className={`text ${variant ?? ''} ${format?.fontWeight === 'bold' || format?.fontWeight === 'demibold' ? 'bold' : ''}`}
  >
    {children}
  </p>
);
export const StatusTag = ({ children, variant = 'default' }: Children & { variant?: string }) => (
  <span className={`status ${variant}`}>
    <span className="dot" aria-hidden="true" />
    <span>{children}</span>
  </span>
);
export const Alert = ({ title, children, variant = 'info' }: Children & { title: string; variant?: string }) => (
  <div className={`alert ${variant}`} role={variant === 'error' || variant === 'danger' ? 'alert' : 'status'}>
    <strong>{title}</strong>
    {children ? <div>{children}</div> : null}
  </div>
);
export const EmptyState = ({ title, children }: Children & { title?: string }) => (
  <div className="empty">
    {title ? <strong>{title}</strong> : null}
    {children}
  </div>
);
export const LoadingSpinner = ({ label }: { label?: string }) => (
  <div className="loading" role="status">
    <span className="skeleton" aria-hidden="true" />
    <span className="skeleton short" aria-hidden="true" />
    <span>{label}</span>
  </div>
);
export const Statistics = ({ children }: Children) => <dl className="statistics">{children}</dl>;
export const StatisticsItem = ({ label, number, children }: Children & { label: string; number: string | number }) => (
  <div>
    <dt>{label}</dt>
    <dd>
      {number}
      {children}
    </dd>
  </div>
);
export const DescriptionList = ({ children, direction }: Children & { direction?: string }) => (
  <dl className={`description ${direction ?? 'column'}`}>{children}</dl>
);
export const DescriptionListItem = ({ label, children }: Children & { label: string }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);
export function List({ children, variant }: Children & { variant?: string }) {
  const items = (Array.isArray(children) ? children : [children]).map((child: ReactNode, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the remote tree gives its children no key that crosses
    <li key={index}>{child}</li>
  ));
  return variant === 'ordered' ? <ol>{items}</ol> : <ul>{items}</ul>;
}
export const StepIndicator = ({ stepNames, currentStep = 0 }: { stepNames: string[]; currentStep?: number }) => (
  <ol className="steps">
    {stepNames.map((name, index) => (
      <li
        key={name}
        className={index < currentStep ? 'done' : ''}
        aria-current={index === currentStep ? 'step' : undefined}
      >
        {name}
      </li>
    ))}
  </ol>
);
