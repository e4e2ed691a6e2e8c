export { type Words, wordsFor } from '@backroom/shared/messages/words';
