import { N8N } from '../../chaos/peers/n8n/process.ts';
import { flowSuite } from '../node-red/suite.ts';
import { openN8n } from './lab.ts';

const isAsked = process.env.LAB_N8N === '1';
flowSuite({
  title: isAsked
    ? `n8n ${N8N} with extension/bridges/n8n/flow.json`
    : 'n8n: skipped, LAB_N8N=1 asks for it (installs n8n and node-red from npm into test/.output/peers, 2 GB)',
  isAsked,
  open: openN8n,
  openMs: 1_200_000,
  kitMs: 600_000,
  killMs: 600_000,
});
