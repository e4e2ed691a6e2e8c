// `npm run hostile`: 2,000 hostile requests against the real backend on loopback, and what came of each kind.
import { spawnSync } from 'node:child_process';
import { attack } from './hostile.ts';
import { openSecurityWorld } from './world.ts';

// With the heap that a small machine would give it: else memory grows with the speed of the requests, and says nothing.
const flags = ['--max-semi-space-size=4', '--max-old-space-size=192'];
if (!process.execArgv.includes(flags[1] ?? '')) {
  const args = ['--disable-warning=ExperimentalWarning', ...flags, import.meta.filename, ...process.argv.slice(2)];
  const env = { ...process.env, MALLOC_ARENA_MAX: '2' };
  process.exit(spawnSync(process.execPath, args, { stdio: 'inherit', env }).status ?? 1);
}
const total = Number(process.argv[2] ?? 2000);
const world = await openSecurityWorld({ limits: { headersMs: 5000, requestMs: 10_000, checkMs: 200 } });
let peak = 0;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss);
}, 20);
const counts = await attack(world, total);
clearInterval(watch);
await world.close();

const all = Object.entries(counts);
const sum = (field: 'sent' | 'succeeded' | 'failed5xx') => all.reduce((made, [, count]) => made + count[field], 0);
for (const [kind, { sent, succeeded, failed5xx, answers }] of all)
  console.log(
    `${String(sent).padStart(4)} sent ${String(succeeded).padStart(3)} succeeded ${String(failed5xx).padStart(3)} × 5xx  ${kind}  ${JSON.stringify(answers)}`,
  );
const megabytes = Math.round(peak / 1024 / 1024);
console.log(
  `${sum('sent')} sent, ${sum('succeeded')} succeeded, ${sum('failed5xx')} answered 5xx, ${megabytes} MB at most`,
);
process.exit(sum('succeeded') === 0 && sum('failed5xx') === 0 && megabytes < 500 ? 0 : 1);
