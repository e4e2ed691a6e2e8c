import { conformance } from '../conformance/vitest.ts';
import { subject } from './conformance.ts';

conformance(subject);
