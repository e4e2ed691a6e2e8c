import { conformance } from '@backroom/backend/crm/conformance/vitest';
import { subject } from './conformance.ts';

conformance(subject);
