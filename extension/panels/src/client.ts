import {
  type Answer,
  answer,
  type ConvertInput,
  customerPanelSchema,
  type LinkInput,
  type PanelName,
  type PanelsAnswer,
  type Preview,
  type Problem,
  panelsAnswerSchema,
  previewSchema,
  type RecordRef,
  type ReturnInput,
  type Settings,
  type SettingsInput,
  type Submission,
  type SubmissionAction,
  settingsSchema,
  submissionSchema,
  type Viewer,
} from '@backroom/shared';
import { languageOf } from '@backroom/shared/messages/locale';
import { makeProblem } from '@backroom/shared/messages/problems';
import { z } from 'zod';

/** What the surface brings: `hubspot.fetch` in a card, anything that fetches elsewhere. `body` is a plain object. */
export type Fetcher = (
  url: string,
  options: { method: 'GET' | 'POST' | 'PUT'; body?: Record<string, unknown>; timeout: number },
) => Promise<{ ok: boolean; status: number; json: () => Promise<unknown> }>;

/** Everything that can go wrong on the way, as the problem that the card shows. */
export class ProblemFailure extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.name = 'ProblemFailure';
    this.problem = problem;
  }
}

/** The backend answers inside 10 s; past this the CRM's proxy has given up. */
const TIMEOUT_MS = 14_000;

/** The calls of the backend. Each answer is parsed; each failure is a `ProblemFailure` in the viewer's language. */
export function createClient(fetcher: Fetcher, options: { origin: string; viewer: Viewer }) {
  const language = languageOf(options.viewer.locale);
  const viewer = new URLSearchParams({ locale: options.viewer.locale, timeZone: options.viewer.timeZone });
  const unreachable = (detail: string) =>
    new ProblemFailure(makeProblem('backroom_unreachable', language, 'card', { detail }));

  async function call<Schema extends z.ZodType>(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    schema: Schema,
    body?: object,
  ): Promise<z.infer<Schema>> {
    const url = `${options.origin}${path}${path.includes('?') ? '&' : '?'}${viewer}`;
    let json: unknown;
    try {
      const response = await fetcher(url, {
        method,
        timeout: TIMEOUT_MS,
        ...(body ? { body: { ...body } as Record<string, unknown> } : {}),
      });
      json = await response.json();
      // The proxy keeps a refused answer of ours inside its own envelope.
      if (!response.ok) throw unreachable(`HTTP ${response.status}`);
    } catch (error) {
      throw error instanceof ProblemFailure ? error : unreachable(String(error));
    }
    const parsed = answer(schema).safeParse(json);
    if (!parsed.success)
      throw new ProblemFailure(makeProblem('internal', language, 'card', { detail: z.prettifyError(parsed.error) }));
    const result = parsed.data as Answer<z.infer<Schema>>;
    if (!result.ok) throw new ProblemFailure(result.problem);
    return result.data;
  }
  const of = ({ type, id }: RecordRef) => `/v1/records/${type}/${encodeURIComponent(id)}`;
  return {
    panels: (record: RecordRef, only: readonly PanelName[], refresh = false): Promise<PanelsAnswer> =>
      call(
        'GET',
        `${of(record)}/panels?only=${only.join(',')}${refresh ? `&refresh=${only.join(',')}` : ''}`,
        panelsAnswerSchema,
      ),
    preview: (dealId: string): Promise<Preview> =>
      call('POST', `${of({ type: 'deal', id: dealId })}/preview`, previewSchema, {}),
    convert: (input: ConvertInput): Promise<Submission> => call('POST', '/v1/orders', submissionSchema, input),
    submissions: (record: RecordRef): Promise<Submission[]> =>
      call('GET', `${of(record)}/submissions`, z.object({ submissions: z.array(submissionSchema) })).then(
        ({ submissions }) => submissions,
      ),
    act: (id: string, action: SubmissionAction): Promise<Submission> =>
      call('POST', `/v1/submissions/${id}/actions`, submissionSchema, action),
    link: (record: RecordRef, input: LinkInput) =>
      call('POST', `${of(record)}/link`, z.object({ panel: customerPanelSchema }), input).then(({ panel }) => panel),
    claimReturn: (input: ReturnInput): Promise<Submission> => call('POST', '/v1/returns', submissionSchema, input),
    invoiceLink: (record: RecordRef, invoice: string) =>
      call('POST', `/v1/invoices/${encodeURIComponent(invoice)}/link`, z.object({ url: z.url() }), {
        recordType: record.type,
        recordId: record.id,
      }),
    settings: (): Promise<Settings> => call('GET', '/v1/settings', settingsSchema),
    saveSettings: (input: SettingsInput): Promise<Settings> => call('PUT', '/v1/settings', settingsSchema, input),
  };
}
export type Client = ReturnType<typeof createClient>;
