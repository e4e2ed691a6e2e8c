import type { Locale } from './locale.ts';

/** What a frame says before it has a session: these words come with the page, in the browser's language. */
const en = {
  loading: 'Loading ERP data…',
  retry: 'Try again',
  signIn: 'Sign in',
  signInText: 'Sign in to Backroom to see ERP data here.',
};
export type EmbedWords = typeof en;
export const embedWords: Readonly<Record<Locale, EmbedWords>> = {
  en,
  de: {
    loading: 'ERP-Daten werden geladen …',
    retry: 'Erneut versuchen',
    signIn: 'Anmelden',
    signInText: 'Melden Sie sich bei Backroom an, um hier ERP-Daten zu sehen.',
  },
  fr: {
    loading: 'Chargement des données ERP…',
    retry: 'Réessayer',
    signIn: 'Se connecter',
    signInText: 'Connectez-vous à Backroom pour voir ici les données de l’ERP.',
  },
  es: {
    loading: 'Cargando datos del ERP…',
    retry: 'Reintentar',
    signIn: 'Iniciar sesión',
    signInText: 'Inicie sesión en Backroom para ver aquí los datos del ERP.',
  },
  nl: {
    loading: 'ERP-gegevens laden…',
    retry: 'Opnieuw proberen',
    signIn: 'Aanmelden',
    signInText: 'Meld u aan bij Backroom om hier ERP-gegevens te zien.',
  },
  it: {
    loading: 'Caricamento dei dati ERP…',
    retry: 'Riprova',
    signIn: 'Accedi',
    signInText: 'Accedi a Backroom per vedere qui i dati ERP.',
  },
};
