import { problemOf, recordOf, store, surface } from 'c/backroomSurface';
import { ageView, panelsQuestion, panelsView, refreshFailure } from 'c/backroomViews';
import { api, LightningElement } from 'lwc';

/**
 * The card around one or several panels: asks for them, follows them, and shows what is the same everywhere: loading, a problem, the age
 * of the figures, and Refresh. What came goes to the content by `shown`, with `{ ready, record }`; one failing panel never blanks the rest.
 * What stands in the slot `top` is shown whatever becomes of the panels.
 */
export default class BackroomFrame extends LightningElement {
  @api heading;
  @api iconName;
  @api recordId;
  @api objectApiName;
  @api panels;
  /** About how many lines there are in the end: so high is the card while it reads. */
  @api lines = 4;
  state = { data: null, error: null, asking: false };
  refreshing = false;
  words = { refresh: surface.t('refresh'), loading: surface.t('loading') };
  _stop;
  _wantsFocus = false;

  connectedCallback() {
    const question = this._question();
    this._stop = store.observe(question, () => {
      this.state = store.state(question);
      const { view } = this;
      if (view.state === 'shown')
        this.dispatchEvent(new CustomEvent('shown', { detail: { ready: view.ready, record: this.state.data.record } }));
    });
  }
  disconnectedCallback() {
    this._stop();
  }
  /** The button that linked the customer is gone with what needed one. */
  renderedCallback() {
    if (!this._wantsFocus || this.isUnlinked) return;
    this._wantsFocus = false;
    this.template.querySelector('lightning-button')?.focus();
  }
  handleLinked() {
    this._wantsFocus = true;
  }
  _question() {
    return panelsQuestion(surface.client, recordOf(this.recordId, this.objectApiName), this.panels);
  }

  get view() {
    return panelsView(this.panels, this.state.data);
  }
  get failure() {
    return this.state.data === null && this.state.error ? problemOf(this.state.error) : null;
  }
  get isLoading() {
    return this.failure === null && this.view.state === 'loading';
  }
  get skeletons() {
    return Array.from({ length: Number(this.lines) }, (_, line) => line);
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
  get isUnlinked() {
    return this.isShown && this.view.problems.some(({ code }) => code === 'customer_not_linked');
  }
  get problems() {
    return this.isShown ? this.view.problems.filter(({ code }) => code !== 'customer_not_linked') : [];
  }
  get age() {
    return this.isShown && this.view.freshness ? ageView(surface, this.view.freshness, Date.now()) : null;
  }
  /** Why the figures are not newer: the last question failed, or the ERP could not be asked. */
  get outdated() {
    const { data, error } = this.state;
    if (data !== null && error)
      return refreshFailure(surface, problemOf(error), this.isShown ? this.view.freshness : null, Date.now());
    return this.age?.stale ? this.age.text : null;
  }
  get ageText() {
    return this.age && !this.age.stale ? this.age.text : null;
  }

  async handleRefresh() {
    const record = recordOf(this.recordId, this.objectApiName);
    this.refreshing = true;
    await store.refresh(this._question(), () => surface.client.panels(record, this.panels, true));
    this.refreshing = false;
  }
}
