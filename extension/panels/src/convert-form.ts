import type { OrderEntries, Preview } from '@backroom/shared';
import { useRef, useState } from 'react';
import { previewView } from './cards.ts';
import { useSurface } from './context.ts';
import { useConvert } from './hooks.ts';

/** A key for what is confirmed, which `what` identifies: pressing twice is one act. */
export function useKeyFor(what: string): string {
  const key = useRef({ what: '', value: '' });
  if (key.current.what !== what) key.current = { what, value: crypto.randomUUID() };
  return key.current.value;
}

/** What was typed for the order and is not saved. `entries`: null where nothing was changed. */
export type TypedEntries = { isRight: boolean; entries: OrderEntries | null };
/** What a person confirms before a conversion, and the press. Unsaved entries are sent with it, and the order is checked with them. */
export function useConvertForm(preview: Preview, typed: TypedEntries | null) {
  const surface = useSurface();
  const convert = useConvert();
  const [accepted, setAccepted] = useState<string | null>(null);
  const [different, setDifferent] = useState<string | null>(null);
  const idempotencyKey = useKeyFor(preview.revision);
  const view = previewView(surface, preview, convert.problem);
  const { warnings, seen, twins, twinsSeen } = view;
  const accepts = warnings.length === 0 || accepted === seen;
  const isDifferent = twins.length === 0 || different === twinsSeen;
  return {
    view,
    accepts,
    accept: (on: boolean) => setAccepted(on ? seen : null),
    isDifferent,
    confirmDifferent: (on: boolean) => setDifferent(on ? twinsSeen : null),
    busy: convert.busy,
    isReady: preview.canConvert && accepts && isDifferent && typed?.isRight !== false,
    send: () =>
      convert.run({
        dealId: surface.record.id,
        revision: preview.revision,
        acceptedWarnings: warnings,
        ...(twins.length > 0 ? { differentFrom: twins } : {}),
        idempotencyKey,
        ...(typed?.entries ? { entries: typed.entries } : {}),
      }),
  };
}
