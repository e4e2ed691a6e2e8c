import { useEffect, useReducer, useRef } from 'react';
import { BackroomPanel } from '../../../odoo/backroom/static/src/panel.js';
import { open, type Services, type WidgetRecord } from './owl.ts';

/** The widget of extension/odoo with a record of a form. Its template (`panel.xml`) is drawn here: OWL is not on this page. */
export function Widget({ record, services }: { record: WidgetRecord; services: Services }) {
  const [, changed] = useReducer((count: number) => count + 1, 0);
  const opened = useRef<ReturnType<typeof open<BackroomPanel>> | null>(null);
  opened.current ??= open(BackroomPanel, { record, readonly: false }, { services, changed });
  const { widget, mounted, ended, refs } = opened.current;
  useEffect(() => {
    for (const run of mounted) run();
    return () => {
      for (const run of ended) run();
    };
  }, [mounted, ended]);
  const { name, shown, src, height } = widget.state;
  const keep = (el: HTMLElement | null) => {
    const ref = refs.get('frame');
    if (ref) ref.el = el;
  };
  return (
    <div className="o_backroom_panel" style={name === 'loading' ? { minHeight: height } : {}}>
      {name === 'ready' ? (
        <iframe key={shown} ref={keep} src={src} style={{ height }} title="Backroom" referrerPolicy="origin" />
      ) : (
        <p className="muted" role="status">
          {widget.note}
        </p>
      )}
    </div>
  );
}
