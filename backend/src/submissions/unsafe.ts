/**
 * TEST ONLY. Two things that must never happen in an installation: the process dies at a named instant, and one of the engine's safeties is off
 * so that the chaos harness can show that it would notice. The start is refused when either is asked for without `BACKROOM_TEST=1`.
 */

/** Every step at which `CRASH_AT` ends the process as `kill -9` would, in the order in which a submission passes them. */
export const crashPoints = [
  /** Nothing is kept yet, and no answer leaves. */
  'before_commit',
  /** In the transaction that will keep it: the sale is locked against other accounts. */
  'sale_locked',
  /** Committed, but the answer has not left. */
  'before_ack',
  /** The answer has left. */
  'after_ack',
  'before_look_up',
  'after_look_up',
  /** Noted that it is sent, but not sent. */
  'before_create',
  /** The ERP has committed; we have no note of it. */
  'after_create',
  /** The ERP has a draft, noted as such. */
  'before_confirm',
  /** The ERP has confirmed it; we have no note of that. */
  'after_confirm',
  /** Noted that the ERP has it; the CRM does not know. */
  'before_write_back',
  /** The CRM has it; we have no note of it. */
  'after_write_back',
] as const;
/** The same of a change or cancellation of an order. */
export const actCrashPoints = [
  'act_before_commit',
  'act_before_ack',
  'act_before_look_up',
  'act_after_look_up',
  /** Noted that it is sent, but not sent. */
  'act_before_send',
  /** The ERP has done it; we have no note of it. */
  'act_after_send',
] as const;
export type CrashPoint = (typeof crashPoints | typeof actCrashPoints)[number];

/**
 * `no-look-up`: sends without looking first. `split-transaction`: the answer leaves before what it promises is committed. `short-settle`: believes
 * "not found" after two seconds, whatever the ERP says of how late it commits. `act-no-look-up`: sends a change again without reading the order first.
 * `act-any-version`: changes an order whatever became of it since the person saw it.
 */
export const unsafeModes = [
  'no-look-up',
  'split-transaction',
  'short-settle',
  'act-no-look-up',
  'act-any-version',
] as const;
export type UnsafeMode = (typeof unsafeModes)[number];

export type TestHooks = {
  crash: (point: CrashPoint) => void | Promise<void>;
  unsafe: UnsafeMode | null;
  /** How long a write to the ERP may take, so that a slow commit can be shown in seconds. */
  writeMs?: number;
};
/** What every installation runs with. */
export const noTestHooks: TestHooks = { crash: () => {}, unsafe: null };

/** Answers leave within this after the handler is done; only the crash point `after_ack` waits for it. */
export const ANSWER_LEAVES_MS = 50;

/** `CRASH_AT=after_create` dies the first time, `CRASH_AT=after_create@3` the third. */
export function readTestHooks(env: NodeJS.ProcessEnv): TestHooks {
  const { CRASH_AT: at, BACKROOM_UNSAFE: mode, BACKROOM_WRITE_MS: write } = env;
  if (!at && !mode && !write) return noTestHooks;
  if (env.BACKROOM_TEST !== '1')
    throw new Error('CRASH_AT, BACKROOM_UNSAFE and BACKROOM_WRITE_MS are for tests: they need BACKROOM_TEST=1');
  const unsafe = unsafeModes.find((each) => each === mode) ?? null;
  if (mode && !unsafe) throw new Error(`BACKROOM_UNSAFE is one of ${unsafeModes.join(', ')}`);
  const [name, count = '1'] = (at ?? '').split('@');
  const points = [...crashPoints, ...actCrashPoints];
  if (at && !points.some((each) => each === name)) throw new Error(`CRASH_AT is one of ${points.join(', ')}`);
  let left = Number(count);
  return {
    unsafe,
    ...(write ? { writeMs: Number(write) } : {}),
    crash(point) {
      if (point !== name) return;
      left -= 1;
      if (left === 0) process.kill(process.pid, 'SIGKILL');
    },
  };
}
