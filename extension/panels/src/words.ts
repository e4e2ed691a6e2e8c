export type { Words } from '@backroom/shared/messages/words';
