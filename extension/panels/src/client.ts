import type {
  CancelOrderInput,
  CancelPreview,
  ChangeInput,
  ChangePreview,
  ConvertInput,
  CustomerPanel,
  Decision,
  LinePriceInput,
  LinkInput,
  OrderAct,
  OrderActAction,
  OrderEntries,
  PanelName,
  PanelsAnswer,
  Preview,
  PriceChange,
  Problem,
  RecordRef,
  ReturnInput,
  Settings,
  SettingsInput,
  Submission,
  SubmissionAction,
  Viewer,
} from '@backroom/shared';
import { surfaceProblem } from '@backroom/shared/messages/problem-document';
import { problemsEn } from '@backroom/shared/messages/problems.en';
import { type Misfit, misfit } from './fits.ts';
import { type WireName, wire } from './wire.generated.ts';

/** What each answer is once it was found to fit. */
type Answers = {
  problem: Problem;
  panels: PanelsAnswer;
  decision: Decision;
  preview: Preview;
  changePreview: ChangePreview;
  cancelPreview: CancelPreview;
  orderAct: OrderAct;
  submission: Submission;
  submissions: { submissions: Submission[] };
  linked: { panel: CustomerPanel };
  document: { url: string };
  accessRequest: { requested: true };
  chosen: { quote: string };
  priceChange: PriceChange;
  settings: Settings;
  texts: SentTexts;
};
/** Texts of another language; an older or newer backend may have other keys. */
export type SentTexts = { ui: Record<string, string>; problems: Record<string, string[]> };
/** An answer as what it says it is, or where it is something else. */
export function readAnswer<Name extends WireName>(
  name: Name,
  value: unknown,
): { data: Answers[Name] } | { wrong: Misfit } {
  const wrong = misfit(wire.schemas[name], wire.definitions, value);
  return wrong ? { wrong } : { data: value as Answers[Name] };
}

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

/** Where a link into the desk leads: a submission, or a page for admins. */
export type DeskPlace = { submission: string } | { page: 'connection' | 'mapping' };
/** The calls of the backend. Each answer is parsed; each failure is a `ProblemFailure`, which a view translates by its code. */
export function createClient(fetcher: Fetcher, options: { origin: string; viewer: Viewer }) {
  const viewer = new URLSearchParams({ locale: options.viewer.locale, timeZone: options.viewer.timeZone });
  const unreachable = (detail: string) =>
    new ProblemFailure(surfaceProblem(problemsEn, 'backroom_unreachable', 'card', { detail }));

  /** The answer is not what was agreed: the field is named, so that support finds it, and nothing of it is shown. */
  const strange = ({ path, expected }: Misfit) =>
    new ProblemFailure(surfaceProblem(problemsEn, 'internal', 'card', { detail: `${path.join('.')}: ${expected}` }));

  async function call<Name extends WireName>(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    name: Name,
    body?: object,
  ): Promise<Answers[Name]> {
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
    const envelope = (typeof json === 'object' && json !== null ? json : {}) as Record<string, unknown>;
    if (typeof envelope.ok !== 'boolean') throw strange({ path: ['ok'], expected: 'true | false' });
    if (!envelope.ok) {
      const told = readAnswer('problem', envelope.problem);
      throw 'wrong' in told ? strange(told.wrong) : new ProblemFailure(told.data);
    }
    const result = readAnswer(name, envelope.data);
    if ('wrong' in result) throw strange(result.wrong);
    return result.data;
  }
  const of = ({ type, id }: RecordRef) => `/v1/records/${type}/${encodeURIComponent(id)}`;
  return {
    panels: (record: RecordRef, only: readonly PanelName[], refresh = false): Promise<PanelsAnswer> =>
      call(
        'GET',
        `${of(record)}/panels?only=${only.join(',')}${refresh ? `&refresh=${only.join(',')}` : ''}`,
        'panels',
      ),
    /** `entries`: what a rep typed, kept from then on while the quote is the same. */
    preview: (dealId: string, entries?: OrderEntries): Promise<Preview> =>
      call('POST', `${of({ type: 'deal', id: dealId })}/preview`, 'preview', entries ? { entries } : {}),
    /** What decides whether the deal can be ordered. `refresh`: the CRM and the ERP are read anew. */
    decision: (dealId: string, refresh = false): Promise<Decision> =>
      call('GET', `${of({ type: 'deal', id: dealId })}/decision${refresh ? '?refresh=1' : ''}`, 'decision'),
    /** Says which of the deal's accepted quotes counts. */
    chooseQuote: (dealId: string, quote: string): Promise<{ quote: string }> =>
      call('POST', `${of({ type: 'deal', id: dealId })}/quote`, 'chosen', { quote }),
    /** Puts the ERP's price on a line in the CRM, or takes that back. */
    setLinePrice: (dealId: string, input: LinePriceInput): Promise<PriceChange> =>
      call('POST', `${of({ type: 'deal', id: dealId })}/prices`, 'priceChange', input),
    convert: (input: ConvertInput): Promise<Submission> => call('POST', '/v1/orders', 'submission', input),
    /** What the quote would make of the ERP's order, and whether that can be cancelled. Asked when a person opens the dialogue. */
    changePreview: (dealId: string): Promise<ChangePreview> =>
      call('POST', `${of({ type: 'deal', id: dealId })}/order/change/preview`, 'changePreview', {}),
    cancelPreview: (dealId: string): Promise<CancelPreview> =>
      call('POST', `${of({ type: 'deal', id: dealId })}/order/cancel/preview`, 'cancelPreview', {}),
    changeOrder: (input: ChangeInput): Promise<OrderAct> => call('POST', '/v1/orders/change', 'orderAct', input),
    cancelOrder: (input: CancelOrderInput): Promise<OrderAct> => call('POST', '/v1/orders/cancel', 'orderAct', input),
    actOnOrder: (id: string, action: OrderActAction): Promise<OrderAct> =>
      call('POST', `/v1/orders/acts/${id}/actions`, 'orderAct', { action }),
    submissions: (record: RecordRef): Promise<Submission[]> =>
      call('GET', `${of(record)}/submissions`, 'submissions').then(({ submissions }) => submissions),
    act: (id: string, action: SubmissionAction): Promise<Submission> =>
      call('POST', `/v1/submissions/${id}/actions`, 'submission', action),
    link: (record: RecordRef, input: LinkInput) =>
      call('POST', `${of(record)}/link`, 'linked', input).then(({ panel }) => panel),
    /** Customers of the ERP by number, VAT id, e-mail or name. */
    searchCustomers: (record: RecordRef, text: string) =>
      call('POST', `${of(record)}/customers`, 'linked', { text }).then(({ panel }) => panel),
    claimReturn: (input: ReturnInput): Promise<Submission> => call('POST', '/v1/returns', 'submission', input),
    invoiceLink: (record: RecordRef, invoice: string) =>
      call('POST', `/v1/invoices/${encodeURIComponent(invoice)}/link`, 'document', {
        recordType: record.type,
        recordId: record.id,
      }),
    /** An address that opens the order desk once, for the caller; it is good for ten minutes. */
    deskLink: (place: DeskPlace): Promise<{ url: string }> => call('POST', '/v1/desk/link', 'document', place),
    /** Puts the caller among those who requested access to the order desk. */
    requestAccess: () => call('POST', '/v1/desk/access', 'accessRequest', {}),
    /** The texts of the viewer's language. */
    texts: (): Promise<SentTexts> => call('GET', '/v1/texts', 'texts'),
    settings: (): Promise<Settings> => call('GET', '/v1/settings', 'settings'),
    saveSettings: (input: SettingsInput): Promise<Settings> => call('PUT', '/v1/settings', 'settings', input),
  };
}
export type Client = ReturnType<typeof createClient>;
