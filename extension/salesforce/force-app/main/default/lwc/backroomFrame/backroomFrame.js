import { problemOf, recordOf, surface } from 'c/backroomSurface';
import { ageView, EXPECTING_MS, intervalFor, panelsView, watch } from 'c/backroomViews';
import { api, LightningElement } from 'lwc';

/**
 * The card around one or several panels: asks for them, follows them, and shows what is the same everywhere: loading, a problem, the age
 * of the figures, and Refresh. What came goes to the content by `shown`, with `{ ready, record }`; one failing panel never blanks the rest.
 */
export default class BackroomFrame extends LightningElement {
  @api heading;
  @api iconName;
  @api recordId;
  @api objectApiName;
  @api panels;
  state = { data: null, problem: null, asking: false };
  refreshing = false;
  words = { refresh: surface.t('refresh'), loading: surface.t('loading') };
  _watch;

  connectedCallback() {
    const record = recordOf(this.recordId, this.objectApiName);
    this._watch = watch({
      ask: () => surface.client.panels(record, this.panels),
      every: ({ data, problem }) => (problem ? EXPECTING_MS : intervalFor(data ?? undefined)),
      problemOf,
      tell: (state) => {
        this.state = state;
        const { view } = this;
        if (view.state === 'shown')
          this.dispatchEvent(new CustomEvent('shown', { detail: { ready: view.ready, record: state.data.record } }));
      },
    });
  }
  disconnectedCallback() {
    this._watch.stop();
  }

  get view() {
    return panelsView(this.panels, this.state.data);
  }
  get failure() {
    return this.state.data === null ? this.state.problem : null;
  }
  get isLoading() {
    return this.failure === null && this.view.state === 'loading';
  }
  get isShown() {
    return this.view.state === 'shown';
  }
  get hasContent() {
    return this.isShown && Object.keys(this.view.ready).length > 0;
  }
  get contentClass() {
    return this.hasContent ? '' : 'slds-hide';
  }
  get problems() {
    return this.isShown ? this.view.problems : [];
  }
  get age() {
    return this.isShown && this.view.freshness ? ageView(surface, this.view.freshness, Date.now()) : null;
  }
  get stale() {
    return this.age?.stale ? this.age : null;
  }
  get ageText() {
    return this.age ? `${this.age.stale ? '' : this.age.text} (${this.age.at})` : '';
  }

  async handleRefresh() {
    const record = recordOf(this.recordId, this.objectApiName);
    this.refreshing = true;
    await this._watch.ask(() => surface.client.panels(record, this.panels, true));
    this.refreshing = false;
  }
}
