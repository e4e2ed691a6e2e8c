import { type ReactNode, useEffect, useRef } from 'react';
import { useHost } from './host-context.ts';

/** Room around a dialogue, so that its shadow and focus ring are not cut off. */
const AROUND = 32;

/** Tells the CRM how high the frame has to be for its content, or for a higher dialogue above it. It is no landmark: the CRM’s page has the main one. */
export function Height({ children }: { children: ReactNode }) {
  const host = useHost();
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current: element } = root;
    if (!element) return;
    const bodies = () => [...document.querySelectorAll('dialog[open]>.dialog-body')];
    const measure = () => {
      const height = Math.max(element.offsetHeight, ...bodies().map(({ scrollHeight }) => scrollHeight + AROUND));
      // What still reads is lower than what comes: the frame waits for that, or what stands below it would jump twice.
      if (height > innerHeight || !document.querySelector('.skeleton')) host.resize(height);
    };
    const sizes = new ResizeObserver(measure);
    sizes.observe(element);
    const opened = new MutationObserver(() => {
      for (const body of bodies()) sizes.observe(body);
      measure();
    });
    opened.observe(element, { subtree: true, childList: true });
    return () => {
      sizes.disconnect();
      opened.disconnect();
    };
  }, [host]);
  return (
    <div ref={root} className="app">
      {children}
    </div>
  );
}
