import { BackroomProvider, type Fetcher, useReload } from '@backroom/panels';
import type { RecordRef } from '@backroom/shared';
import { hubspot, useExtensionContext } from '@hubspot/ui-extensions';
import { useCrmProperties } from '@hubspot/ui-extensions/crm';
import { type ReactNode, useEffect, useMemo } from 'react';

/** One of the permitted URLs of the app; the signature is made over it. */
const ORIGIN = 'https://app.backroom.example';
const fetcher: Fetcher = (url, options) => hubspot.fetch(url, options);

/** Our own properties change when an order gets its number; what is shown is then asked for again. */
function ReloadOnChange() {
  const { properties } = useCrmProperties(['backroom_order_number', 'backroom_order_status']);
  const reload = useReload();
  const seen = `${properties.backroom_order_number}|${properties.backroom_order_status}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the change itself is what it waits for
  useEffect(() => reload(), [seen, reload]);
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
