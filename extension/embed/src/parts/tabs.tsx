import { type KeyboardEvent, type ReactNode, Suspense, useId, useRef, useState } from 'react';
import { Skeleton } from './skeleton.tsx';

type Tab = { id: string; label: string; content: () => ReactNode };
const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Tabs as WAI-ARIA describes them: one stop for the Tab key, arrows between them. A tab is drawn when it is first shown, and asks nothing before. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const [shown, setShown] = useState(tabs[0]?.id ?? '');
  const name = useId();
  const buttons = useRef(new Map<string, HTMLButtonElement>());
  const go = (event: KeyboardEvent) => {
    const next =
      tabs[
        steps[event.key]?.(
          tabs.findIndex(({ id }) => id === shown),
          tabs.length,
        ) ?? -1
      ];
    if (!next) return;
    event.preventDefault();
    setShown(next.id);
    buttons.current.get(next.id)?.focus();
  };
  const content = tabs.find(({ id }) => id === shown)?.content;
  return (
    <>
      <div className="tabs" role="tablist" aria-label={label} onKeyDown={go}>
        {tabs.map(({ id, label: text }) => (
          <button
            key={id}
            ref={(element) => {
              if (element) buttons.current.set(id, element);
            }}
            type="button"
            role="tab"
            id={`${name}${id}`}
            aria-selected={id === shown}
            aria-controls={`${name}panel`}
            tabIndex={id === shown ? 0 : -1}
            onClick={() => setShown(id)}
          >
            {text}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${name}panel`} aria-labelledby={`${name}${shown}`} className="tab-panel">
        <Suspense fallback={<Skeleton lines={8} />}>{content?.()}</Suspense>
      </div>
    </>
  );
}
