import { useSurface } from '@backroom/panels';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { keepInSight } from './in-sight.ts';

/**
 * The browser's own modal dialogue: it keeps the focus inside, closes by Escape, hides the page from assistive technology and gives the focus back.
 */
export function Dialog({ title, close, children }: { title: string; close: () => void; children: ReactNode }) {
  const { t } = useSurface();
  const element = useRef<HTMLDialogElement>(null);
  const name = useId();
  useEffect(() => {
    const { current: dialog } = element;
    if (!dialog) return;
    dialog.showModal();
    const end = keepInSight(dialog);
    return () => {
      end();
      dialog.close();
    };
  }, []);
  return (
    <dialog ref={element} aria-labelledby={name} onClose={close}>
      <div className="dialog-body stack">
        <header>
          <h2 id={name}>{title}</h2>
          <button type="button" className="button quiet cross" aria-label={t('close')} onClick={close}>
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
              <path d="M3 3l10 10M13 3L3 13" fill="none" stroke="currentColor" strokeWidth="1.6" />
            </svg>
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
