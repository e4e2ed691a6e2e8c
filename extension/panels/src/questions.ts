import type { Decision, PanelName, PanelsAnswer, RecordRef, Submission } from '@backroom/shared';
import { type Client, type DeskPlace, ProblemFailure, type SentTexts } from './client.ts';
import {
  DESK_LINK_MS,
  decisionInterval,
  EXPECTING_MS,
  FOLLOW_MS,
  IDLE_MS,
  intervalFor,
  isMoving,
  NEVER_MS,
} from './rhythm.ts';
import type { Asked, Question } from './store.ts';

// What a page asks, and when it asks again: the same for HubSpot's cards and the LWCs.

export const panelsQuestion = (
  client: Client,
  record: RecordRef,
  only: readonly PanelName[],
): Question<PanelsAnswer> => ({
  key: `panels ${record.type} ${record.id} ${only.join()}`,
  ask: () => client.panels(record, only),
  every: ({ data, error }) => (error ? EXPECTING_MS : intervalFor(data ?? undefined)),
});
export const decisionQuestion = (client: Client, dealId: string): Question<Decision> => ({
  key: `decision ${dealId}`,
  ask: () => client.decision(dealId),
  every: ({ data, error }) => (error ? EXPECTING_MS : decisionInterval(data ?? undefined)),
});
export const submissionsQuestion = (client: Client, record: RecordRef): Question<Submission[]> => ({
  key: `submissions ${record.type} ${record.id}`,
  ask: () => client.submissions(record),
  every: ({ data }) => (data?.some(isMoving) ? FOLLOW_MS : IDLE_MS),
});
/** The texts of the viewer's language, once. */
export const textsQuestion = (client: Client, locale: string): Question<SentTexts> => ({
  key: `texts ${locale}`,
  ask: () => client.texts(),
  every: ({ error }) => (error ? EXPECTING_MS : NEVER_MS),
  apart: true,
});
/** The way to a page of the order desk, asked for again before it expires. */
export const deskQuestion = (client: Client, place: DeskPlace): Question<{ url: string }> => ({
  key: `desk ${Object.values(place).join()}`,
  ask: () => client.deskLink(place),
  every: () => DESK_LINK_MS,
  apart: true,
});
/** What stands where the order desk is offered: the way there, or `otherwise` for a person whom the backend does not let in, who may request access. */
export const deskWay = ({ data, error }: Asked<{ url: string }>, otherwise: string | null) => {
  const isForbidden = error instanceof ProblemFailure && error.problem.code === 'forbidden';
  return {
    isAsked: data === null && error === null,
    url: error ? null : (data?.url ?? null),
    otherwise: isForbidden ? otherwise : null,
    isForbidden,
  };
};
