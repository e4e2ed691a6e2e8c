// The bare route of the comparison: Hono, the same number of bytes, nothing else.
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const body = { text: 'x'.repeat(Math.max(0, Number(process.argv[3]) - 11)) };
const app = new Hono();
app.get('*', (context) => context.json(body));
serve({ fetch: app.fetch, port: Number(process.argv[2]), hostname: '127.0.0.1' }, () => console.log('ready'));
