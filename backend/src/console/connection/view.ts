import type { consoleTranslator } from '@backroom/shared/messages/console';
import type { View } from '../view.ts';

export type ConsoleView = View & { c: ReturnType<typeof consoleTranslator> };
