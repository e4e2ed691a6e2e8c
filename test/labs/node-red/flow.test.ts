import { NODE_RED, openNodeRed } from './lab.ts';
import { flowSuite } from './suite.ts';

const isAsked = process.env.LAB_NODE_RED === '1';
flowSuite({
  title: isAsked
    ? `Node-RED ${NODE_RED} with extension/bridges/node-red/flow.json`
    : 'Node-RED: skipped, LAB_NODE_RED=1 asks for it (installs node-red from npm into test/.output/peers)',
  isAsked,
  open: openNodeRed,
  openMs: 600_000,
  kitMs: 300_000,
  killMs: 120_000,
});
