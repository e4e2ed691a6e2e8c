import { BackroomProvider, type Fetcher, useReload } from '@backroom/panels';
import type { RecordRef } from '@backroom/shared';
import { hubspot, useExtensionContext } from '@hubspot/ui-extensions';
import { useCrmProperties } from '@hubspot/ui-extensions/crm';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';

/** One of the permitted URLs of the app; the signature is made over it. */
const ORIGIN = 'https://app.backroom.example';
const fetcher: Fetcher = (url, options) => hubspot.fetch(url, options);

/** Our own properties change when an order gets its number; what is shown is then asked for again. What they are at first is no change. */
function ReloadOnChange() {
  const { properties, isLoading } = useCrmProperties(['backroom_order_number', 'backroom_order_status']);
  const reload = useReload();
  const now = isLoading ? null : `${properties.backroom_order_number}|${properties.backroom_order_status}`;
  const seen = useRef<string | null>(null);
  useEffect(() => {
    if (now === null) return;
    if (seen.current !== null && seen.current !== now) reload();
    seen.current = now;
  }, [now, reload]);
  return null;
}
/** Root of each card: who looks, in which language, at which record. */
export function Card({ type, children }: { type: RecordRef['type']; children: ReactNode }) {
  const context = useExtensionContext<'crm.record.tab'>();
  const id = String(context.crm.objectId);
  const record = useMemo(() => ({ type, id }), [type, id]);
  const locale = context.user.locale ?? 'en';
  return (
    <BackroomProvider
      fetcher={fetcher}
      origin={ORIGIN}
      viewer={{ locale, timeZone: context.portal.timezone }}
      record={record}
    >
      {type === 'deal' ? <ReloadOnChange /> : null}
      {children}
    </BackroomProvider>
  );
}
