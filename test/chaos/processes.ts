import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const clock = join(import.meta.dirname, 'clock.ts');

export type Part = {
  name: string;
  start: (more?: Record<string, string>) => Promise<void>;
  /** As the machine's power would: the whole process group, at once. */
  kill: () => Promise<void>;
  stop: () => Promise<void>;
  pause: () => void;
  resume: () => void;
  alive: () => boolean;
  /** Resolves when it has ended by itself or by a signal; at once when it does not run. */
  ended: () => Promise<void>;
  /** Milliseconds that its clock is ahead; only for a part that was made with `movable`. */
  moveClock: (ms: number) => Promise<void>;
  log: () => string;
};
export type PartOptions = {
  name: string;
  args: string[];
  env: Record<string, string>;
  logFile: string;
  ready: () => Promise<boolean>;
  movable?: boolean;
  command?: string;
  readySeconds?: number;
  /** Folder of the code that it runs: this repository, or an earlier release. */
  root?: string;
};

/** Every process group that this run started: whatever happens, none of them outlives it. */
const groups = new Set<number>();
function endAll(): void {
  for (const pid of groups)
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // Ended already.
    }
}
const cleanings = new Set<() => void>();
/** Something outside of this process that must not stay when it ends, however it ends. Gives the function that does it now. */
export function cleanAtExit(clean: () => void): () => void {
  const once = () => {
    if (cleanings.delete(once)) clean();
  };
  cleanings.add(once);
  return once;
}
process.on('exit', () => {
  endAll();
  for (const clean of [...cleanings].reverse()) clean();
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));

export const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
/** Polls a server that is outside of this process: there is nothing to subscribe to. False when the time is up. */
export async function until(what: () => Promise<boolean> | boolean, ms: number, every = 50): Promise<boolean> {
  const end = performance.now() + ms;
  for (;;) {
    if (await what()) return true;
    if (performance.now() > end) return false;
    await pause(every);
  }
}
export const answers = (url: string) => async (): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(2000) }).then(
    async (answer) => {
      await answer.arrayBuffer();
      return answer.ok;
    },
    () => false,
  );

/** One server process in its own process group. */
export function part(options: PartOptions): Part {
  let child: ChildProcess | null = null;
  let offset = 0;
  mkdirSync(dirname(options.logFile), { recursive: true });
  const running = () => child !== null && child.exitCode === null && child.signalCode === null;
  const ended = async () => {
    if (running()) await new Promise((done) => child?.once('exit', done));
  };
  async function signal(name: NodeJS.Signals): Promise<void> {
    if (!running() || !child?.pid) return;
    const gone = ended();
    process.kill(-child.pid, name);
    await gone;
  }
  async function moveClock(ms: number): Promise<void> {
    offset = ms;
    if (!options.movable || !running()) return;
    const seen = new Promise<void>((done) => child?.once('message', () => done()));
    child?.send({ clock: ms });
    await Promise.race([seen, ended()]);
  }
  return {
    name: options.name,
    async start(more = {}) {
      if (running()) return;
      const log = createWriteStream(options.logFile, { flags: 'a' });
      const flags = options.command
        ? []
        : ['--disable-warning=ExperimentalWarning', ...(options.movable ? ['--import', clock] : [])];
      child = spawn(options.command ?? process.execPath, [...flags, ...options.args], {
        cwd: options.root ?? root,
        detached: true,
        env: { ...process.env, ...options.env, ...more },
        stdio: ['ignore', 'pipe', 'pipe', ...(options.movable ? (['ipc'] as const) : [])],
      });
      const { pid } = child;
      if (pid) groups.add(pid);
      child.once('exit', () => pid && groups.delete(pid));
      child.stdout?.pipe(log);
      child.stderr?.pipe(log);
      if (offset !== 0) await moveClock(offset);
      // A part that dies while it starts (a crash point can have that) is for the caller to notice.
      if (!(await until(async () => !running() || (await options.ready()), (options.readySeconds ?? 60) * 1000)))
        throw new Error(`${options.name} does not come up:\n${readFileSync(options.logFile, 'utf8').slice(-2000)}`);
    },
    kill: () => signal('SIGKILL'),
    async stop() {
      const late = setTimeout(() => void signal('SIGKILL'), 10_000);
      // A paused process takes no signal but these two.
      if (running() && child?.pid) process.kill(-child.pid, 'SIGCONT');
      await signal('SIGTERM');
      clearTimeout(late);
    },
    pause: () => void (running() && child?.pid && process.kill(-child.pid, 'SIGSTOP')),
    resume: () => void (running() && child?.pid && process.kill(-child.pid, 'SIGCONT')),
    alive: running,
    ended,
    moveClock,
    log: () => readFileSync(options.logFile, 'utf8').slice(-4000),
  };
}
