/** The ERP is looked at again after half of the time that has passed, at least and at most after so long. */
const LOOK_AGAIN_MS = { least: 1000, most: 30_000 } as const;

/**
 * When to look again after a request whose outcome is unknown. Null once `blindMs` have passed since it left: the ERP can no longer commit it. `sent`:
 * when it left is not known, so the wait begins now.
 */
export function blindWait(sentAt: Date | null, at: Date, blindMs: number): { dueInMs: number; sent?: true } | null {
  // Unknown, or noted by a clock that was set back since: it counts from now on.
  const since = sentAt && sentAt <= at ? sentAt : null;
  const passed = since ? at.getTime() - since.getTime() : 0;
  if (since && passed >= blindMs) return null;
  const again = Math.min(LOOK_AGAIN_MS.most, Math.max(LOOK_AGAIN_MS.least, passed / 2));
  return { dueInMs: Math.min(again, blindMs - passed + 1), ...(since ? {} : { sent: true }) };
}
