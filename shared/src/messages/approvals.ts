import { approvalsDe } from './approvals.de.ts';
import { type ApprovalsKey, approvalsEn } from './approvals.en.ts';
import { approvalsEs } from './approvals.es.ts';
import { approvalsFr } from './approvals.fr.ts';
import { approvalsIt } from './approvals.it.ts';
import { approvalsNl } from './approvals.nl.ts';
import type { Locale } from './locale.ts';
import { translatorOf } from './ui.ts';

const tables: Record<Locale, Readonly<Record<ApprovalsKey, string>>> = {
  en: approvalsEn,
  fr: approvalsFr,
  de: approvalsDe,
  es: approvalsEs,
  nl: approvalsNl,
  it: approvalsIt,
};

/** The words of the pages on approvals. */
export const approvalsTranslator = (locale: Locale) => translatorOf(locale, tables[locale]);
