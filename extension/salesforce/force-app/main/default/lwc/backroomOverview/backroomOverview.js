import { surface } from 'c/backroomSurface';
import { overviewView } from 'c/backroomViews';
import { api, LightningElement } from 'lwc';

/** The alerts of the deal and the five facts that decide. */
export default class BackroomOverview extends LightningElement {
  @api recordId;
  @api objectApiName;
  panels = ['overview'];
  heading = surface.t('overview.title');
  overview = null;

  get view() {
    return this.overview && overviewView(surface, this.overview, surface.format.today(Date.now()));
  }
  get customer() {
    return this.overview?.customer ?? null;
  }
  handleShown({ detail }) {
    this.overview = detail.ready.overview ?? null;
  }
}
