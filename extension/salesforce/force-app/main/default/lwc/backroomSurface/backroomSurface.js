import send from '@salesforce/apex/BackroomController.send';
import read from '@salesforce/apexContinuation/BackroomController.read';
import lang from '@salesforce/i18n/lang';
import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';
import { createStore, reduceProblem, surfaceOf } from 'c/backroomViews';

/** The words and the calls of whoever looks at the page. One for all components. */
export const surface = surfaceOf({ read, send }, { lang, locale, timeZone });
/** What the page knows. A module stands once on a page, so every component shows the same answer. */
export const store = createStore();
export const problemOf = (error) => reduceProblem(error);
/** The record as the backend names it. A quote stands for its opportunity; Apex looks that up. */
export const recordOf = (recordId, objectApiName) => ({
  type: objectApiName === 'Account' ? 'company' : 'deal',
  id: recordId,
});
