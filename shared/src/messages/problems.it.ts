import type { ProblemCode } from '../problems.ts';

export const problemsIt: Record<ProblemCode, readonly [title: string, whatToDo: string]> = {
  signature_missing: ['La richiesta non è firmata', 'Apri la scheda nel CRM. Le altre chiamate vengono rifiutate.'],
  signature_invalid: [
    'Firma non valida',
    'Verifica il segreto client o il certificato e l’indirizzo pubblico nella configurazione.',
  ],
  signature_expired: [
    'La richiesta è scaduta',
    'Ricarica la pagina. Se il problema persiste, verifica l’orologio del server.',
  ],
  signature_replayed: ['Richiesta duplicata', 'Ricarica la pagina e riprova. Nulla è stato inviato due volte.'],
  account_unknown: [
    'Backroom non è installato in questo account',
    'Chiedi all’amministratore di installare Backroom dal marketplace.',
  ],
  account_disconnected: ['Backroom è disconnesso dal CRM', 'Chiedi all’amministratore di riconnettere Backroom.'],
  org_mismatch: [
    'Questa organizzazione non è quella connessa',
    'È stata copiata, spostata o è una sandbox. Chiedi all’amministratore di connetterla. Connetti una sandbox solo a un ERP di test. Non è stato inviato nulla.',
  ],
  forbidden: ['Nessuna autorizzazione', 'Chiedi l’accesso all’amministratore.'],
  api_key_invalid: [
    'La chiave API manca o non è valida',
    'Inviala come token bearer della richiesta. Un amministratore crea le chiavi nella pagina “Accesso”.',
  ],
  api_key_expired: ['La chiave API è scaduta', 'Chiedine una nuova all’amministratore.'],
  api_key_scope: [
    'Alla chiave API manca un’autorizzazione',
    'Chiedi all’amministratore una chiave con questa autorizzazione.',
  ],
  not_found: ['Non trovato', 'Ricarica la pagina e riprova.'],
  record_not_found: ['Record non trovato nel CRM', 'Potrebbe essere stato eliminato o unito. Ricarica la pagina.'],
  quote_without_deal: [
    'Questo preventivo non ha un’opportunità',
    'Gli ordini si creano dalle opportunità. Aggiungi il preventivo a un’opportunità, poi aprilo di nuovo.',
  ],
  panel_unknown: ['Pannello non trovato', 'Aggiorna l’app all’ultima versione.'],
  method_not_allowed: ['Questa richiesta non è consentita', 'Aggiorna l’app all’ultima versione.'],
  invalid_input: [
    'Alcuni campi sono da correggere',
    'Correggi i campi contrassegnati e riprova. Non è stato modificato nulla.',
  ],
  invalid_json: ['Impossibile leggere la richiesta', 'Invia un JSON valido. Non è stato modificato nulla.'],
  unsupported_content_type: [
    'Il tipo della richiesta è errato',
    'Invia JSON (application/json). Non è stato modificato nulla.',
  ],
  body_too_large: ['La richiesta è troppo grande', 'Invia meno dati per volta. Non è stato modificato nulla.'],
  too_many_requests: ['Troppe richieste', 'Attendi un momento. La pagina riprova automaticamente.'],
  idempotency_key_missing: [
    'Chiave della richiesta mancante',
    'Aggiorna l’app all’ultima versione. Non è stato inviato nulla.',
  ],
  idempotency_key_reused: [
    'Chiave della richiesta già usata',
    'Ricarica la pagina e ricomincia. Non è stato inviato nulla.',
  ],
  idempotency_in_progress: ['Richiesta in corso', 'Attendi un momento. Non viene inviata due volte.'],
  no_company: ['Nessuna azienda in questa trattativa', 'Aggiungine una per continuare.'],
  company_without_name: ['L’azienda non ha un nome', 'Inseriscilo per creare il cliente ERP.'],
  no_lines: ['Il preventivo non ha righe', 'Aggiungine almeno una al preventivo o alla trattativa.'],
  currency_unknown: [
    'La trattativa non ha una valuta',
    'Imposta una valuta nella trattativa o nelle impostazioni del CRM.',
  ],
  mixed_currencies: ['Le righe hanno valute diverse', 'Usa una sola valuta per tutto il preventivo.'],
  line_without_code: ['Una riga non ha un codice prodotto', 'Scegli un prodotto con codice.'],
  quantity_invalid: ['Quantità non valida', 'Inserisci una quantità maggiore di zero con al massimo 12 decimali.'],
  quote_changed: ['Preventivo modificato dopo l’anteprima', 'Verifica la nuova anteprima, poi converti.'],
  already_converted: [
    'Già ordinato',
    'L’ordine è riportato qui sotto. Per cambiare il preventivo, crea una nuova revisione.',
  ],
  possible_twin: [
    'Possibile duplicato da un altro CRM',
    'Vedi il controllo qui sotto. Stessa vendita? Non convertire. Vendita distinta? Seleziona la casella e converti. Non è stato inviato nulla.',
  ],
  preview_blocked: ['I controlli sono cambiati', 'Verifica di nuovo i controlli, poi converti.'],
  customer_not_linked: ['Nessun cliente ERP collegato', 'Collega un cliente ERP o creane uno.'],
  customer_already_linked: ['L’azienda è già collegata', 'Rimuovi prima il collegamento esistente.'],
  unknown_product: ['Un prodotto non è presente nell’ERP', 'Correggi il codice prodotto della riga.'],
  unknown_customer: ['Cliente non trovato nell’ERP', 'Scegli un altro cliente o creane uno.'],
  submission_state: ['Non più possibile', 'Lo stato dell’ordine è cambiato. Ricarica la pagina.'],
  erp_order_unknown: [
    'Ordine ERP non trovato',
    'Inserisci il numero esattamente come nell’ERP. Non è stato modificato nulla.',
  ],
  erp_order_taken: [
    'Questo ordine ERP appartiene a un’altra trattativa',
    'Cerca l’ordine giusto nell’ERP e inseriscine il numero. Non è stato modificato nulla.',
  ],
  order_act_pending: [
    'Un’altra modifica di questo ordine è in corso',
    'Attendi che termini, poi verifica di nuovo l’ordine. Non è stato inviato nulla.',
  ],
  order_changed_in_erp: [
    'L’ordine è stato modificato nell’ERP',
    'Verifica che cosa è cambiato, poi conferma di nuovo. Non è stato inviato nulla.',
  ],
  order_gone: [
    'Questo ordine non esiste più nell’ERP',
    'Cerca l’ordine nell’ERP. Potrebbe essere stato eliminato o spostato. Non è stato modificato nulla.',
  ],
  desk_link_used: [
    'Questo link è già stato usato',
    'Riapri la gestione ordini dal CRM. Ogni link funziona una sola volta.',
  ],
  desk_link_expired: ['Questo link è scaduto', 'Riapri la gestione ordini dal CRM. I link valgono dieci minuti.'],
  desk_other_session: [
    'Hai effettuato l’accesso come un’altra persona',
    'Esci dalla gestione ordini, poi riaprila dal CRM.',
  ],
  desk_signed_out: [
    'Non hai effettuato l’accesso alla gestione ordini',
    'Aprila dalla scheda dell’ordine nel CRM. Non è stato modificato nulla.',
  ],
  connection_in_use: [
    'Ci sono ancora ordini in corso di invio all’ERP connesso',
    'Completali o annullali nella gestione ordini, poi cambia la connessione.',
  ],
  pilot_only: [
    'Backroom è in fase pilota',
    'Per ora lo prova un gruppo ristretto, scelto dall’amministratore. I dati ERP compariranno qui con l’attivazione.',
  ],
  flow_read_only: [
    'Qui Backroom legge soltanto',
    'Un amministratore ha disattivato la scrittura su questo ERP nella pagina “Flussi”. Non è stato inviato nulla.',
  ],
  approval_waiting: [
    'Approvazione richiesta',
    'Decide la gestione ordini. Converti l’ordine dopo l’approvazione. Non è stato inviato nulla.',
  ],
  approval_rejected: [
    'Approvazione rifiutata',
    'Modifica il preventivo e richiedila di nuovo, o parla con chi l’ha rifiutata. Non è stato inviato nulla.',
  ],
  connection_is_test: [
    'Un ERP di test non può essere la connessione predefinita',
    'Contrassegnalo come produzione o mantieni la connessione di produzione come predefinita.',
  ],
  connection_paused: [
    'Questa connessione ERP è in pausa',
    'Un amministratore può riprenderla nella pagina “Connessioni ERP”. Fino ad allora gli ordini restano in attesa.',
  ],
  connection_is_default: [
    'I record senza una regola propria usano questa connessione',
    'Imposta prima un’altra connessione come predefinita.',
  ],
  flow_off: ['Questo pannello è disattivato', 'Un amministratore può attivarlo nelle impostazioni.'],
  flow_unsupported: ['Non supportato da questo ERP', 'Nessuna azione necessaria. Gli altri pannelli funzionano.'],
  erp_unreachable: [
    'L’ERP non risponde',
    'Riprova tra un momento. Se il problema persiste, contatta l’amministratore.',
  ],
  erp_timeout: ['Tempo di risposta dell’ERP superato', 'Backroom riprova automaticamente.'],
  erp_busy: ['ERP occupato', 'Backroom riprova automaticamente.'],
  erp_refused: ['Rifiutato dall’ERP', 'Correggi quanto indicato dal messaggio dell’ERP, poi invia di nuovo.'],
  erp_unauthorised: [
    'Accesso all’ERP non riuscito',
    'Chiedi all’amministratore di verificare credenziali e autorizzazioni dell’ERP.',
  ],
  erp_conflict: ['Modificato nel frattempo nell’ERP', 'Invia di nuovo.'],
  erp_uncertain: ['Non ancora confermato', 'Controlliamo nell’ERP prima di un nuovo invio. Attendi.'],
  erp_drift: [
    'Risposta imprevista dell’ERP',
    'Contatta il gestore. Probabilmente l’ERP è stato modificato o aggiornato.',
  ],
  erp_limit: ['Non accettato dall’ERP', 'Suddividi l’ordine o abbrevia il campo indicato. Non è stato inviato nulla.'],
  erp_unfit: [
    'Impossibile scrivere ordini in modo sicuro su questo ERP',
    'L’ERP modifica il riferimento dell’ordine. Chiedi all’amministratore di far ampliare il campo e di riconnettere l’ERP. Non è stato inviato nulla.',
  ],
  erp_not_connected: ['Nessun ERP connesso', 'Un amministratore può connetterne uno nelle impostazioni.'],
  crm_unreachable: ['Il CRM non risponde', 'Attendi un momento. Backroom riprova automaticamente.'],
  crm_busy: ['Limite di richieste del CRM raggiunto', 'Attendi un momento. Backroom riprova automaticamente.'],
  crm_unauthorised: ['Accesso al CRM non riuscito', 'Chiedi all’amministratore di riconnettere Backroom.'],
  crm_refused: ['Rifiutato dal CRM', 'Rivolgiti all’amministratore. Il messaggio del CRM è riportato qui sotto.'],
  store_unavailable: ['Il database di Backroom non risponde', 'Non è stato modificato nulla. Riprova tra un momento.'],
  cannot_process: [
    'Backroom non può elaborare questo ordine',
    'Verifica se l’ordine è nell’ERP. Se c’è, collegalo. Se non c’è, annullalo e converti di nuovo il preventivo. Contatta il gestore.',
  ],
  internal: ['Si è verificato un errore', 'Riprova. Se il problema persiste, comunica il riferimento all’assistenza.'],
  backroom_unreachable: [
    'Backroom non risponde',
    'Non è stato modificato nulla. Riprova tra un momento. Se il problema persiste, contatta l’amministratore.',
  ],
};
