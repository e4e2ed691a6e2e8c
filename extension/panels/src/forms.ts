import type { CancelPreview, ChangePreview, Submission } from '@backroom/shared';
import { useEffect, useRef, useState } from 'react';
import { claimInput, claimView } from './claim.ts';
import { useSurface } from './context.ts';
import { useKeyFor } from './convert-form.ts';
import { useAct, useCancelOrder, useChangeOrder, useClaimReturn, usePanels } from './hooks.ts';
import { cancelView, changeView } from './order-acts.ts';

/** What a person confirms before the ERP's order becomes what the quote says. */
export function useChangeForm(preview: ChangePreview, close: () => void) {
  const surface = useSurface();
  const change = useChangeOrder();
  const [accepted, setAccepted] = useState<string | null>(null);
  const { submission, fingerprint } = preview;
  const idempotencyKey = useKeyFor(fingerprint);
  const view = changeView(surface, preview);
  const accepts = view.warnings.length === 0 || accepted === view.seen;
  const input = { dealId: surface.record.id, submission, fingerprint, acceptedWarnings: view.warnings, idempotencyKey };
  return {
    view,
    accepts,
    accept: (on: boolean) => setAccepted(on ? view.seen : null),
    busy: change.busy,
    problem: change.problem,
    isReady: preview.canChange && accepts,
    send: () => change.run(input, close),
  };
}

/** What a person gives before the ERP's order is cancelled. */
export function useCancelForm(preview: CancelPreview, close: () => void) {
  const surface = useSurface();
  const cancel = useCancelOrder();
  const [reason, setReason] = useState('');
  const { submission, fingerprint } = preview;
  const idempotencyKey = useKeyFor(fingerprint);
  const input = { dealId: surface.record.id, submission, fingerprint, reason, idempotencyKey };
  return {
    view: cancelView(surface, preview, reason),
    reason,
    setReason,
    busy: cancel.busy,
    problem: cancel.problem,
    send: () => cancel.run(input, close),
  };
}

/** What can come back of a delivered order. A claim takes the place of one that was refused. `view` is null until the orders have been read. */
export function useClaimForm(refused: Submission | null, sent: (id: string) => void) {
  const surface = useSurface();
  const panels = usePanels(['orders', 'returns']);
  const claim = useClaimReturn();
  const act = useAct();
  const [chosen, setChosen] = useState<string | null>(null);
  const [quantities, setQuantities] = useState<Record<string, string>>({});
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState<string | null>(null);
  // One key for each form: pressing twice is one claim.
  const key = useRef(crypto.randomUUID());
  const { orders, returns } = panels.data?.panels ?? {};
  const { refresh } = panels;
  // What left the house a moment ago can come back: the form asks the ERP anew when it opens.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the form opens
  useEffect(() => void refresh(), []);
  const found = orders?.state === 'ready' && {
    orders: orders.data.orders,
    returns: returns?.state === 'ready' ? returns.data.returns : [],
  };
  const view = found ? claimView(surface, found, chosen, quantities) : null;
  return {
    view,
    /** The panels could not be read, which a person can try again, or the orders among them. */
    unread: panels.problem ?? (orders?.state === 'problem' ? orders.problem : null),
    retry: panels.problem ? () => void refresh() : undefined,
    choose(order: string) {
      setChosen(order);
      setQuantities({});
    },
    quantities,
    setQuantity: (code: string, text: string) => setQuantities((before) => ({ ...before, [code]: text })),
    reason,
    setReason,
    missing,
    problems: [act.problem, claim.problem].filter((problem) => problem !== null),
    busy: claim.busy || act.busy,
    send() {
      if (!view) return;
      const typed = claimInput(surface, view, { quantities, reason });
      setMissing('missing' in typed ? typed.missing : null);
      if ('missing' in typed) return;
      const input = { record: surface.record, ...typed.input, idempotencyKey: key.current };
      const submit = () => claim.run(input, ({ id }) => sent(id));
      // One complaint is one return: what this one replaces is withdrawn first.
      if (refused?.canCancel) act.run({ id: refused.id, action: { action: 'cancel' } }, submit);
      else submit();
    },
  };
}
