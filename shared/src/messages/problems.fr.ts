import type { ProblemCode } from '../problems.ts';

export const problemsFr: Record<ProblemCode, readonly [title: string, whatToDo: string]> = {
  signature_missing: [
    'La requête n’est pas signée',
    'Ouvrez la carte dans le CRM ; les appels venus d’ailleurs sont refusés.',
  ],
  signature_invalid: [
    'La signature ne correspond pas',
    'Vérifiez le secret client ou le certificat, et l’adresse publique dans la configuration.',
  ],
  signature_expired: [
    'La requête est trop ancienne',
    'Rechargez la page. Si cela persiste, vérifiez l’horloge du serveur.',
  ],
  signature_replayed: [
    'La requête a déjà été envoyée',
    'Rechargez la page et recommencez. Rien n’a été envoyé deux fois.',
  ],
  account_unknown: [
    'Backroom n’est pas installé dans ce compte',
    'Demandez à votre administrateur d’installer Backroom depuis la place de marché.',
  ],
  account_disconnected: [
    'Backroom a perdu son accès au CRM',
    'Demandez à votre administrateur de reconnecter Backroom.',
  ],
  org_mismatch: [
    'Cette organisation n’est pas celle qui a été connectée',
    'C’est une copie, une sandbox, ou elle a été déplacée. Demandez à votre administrateur de la connecter, une sandbox seulement à un ERP de test. Rien n’a été envoyé.',
  ],
  forbidden: ['Vous n’en avez pas le droit', 'Demandez ce droit à votre administrateur.'],
  not_found: ['Cet élément n’existe pas', 'Rechargez la page et réessayez.'],
  record_not_found: [
    'Le CRM ne connaît pas cette fiche',
    'Elle a peut-être été supprimée ou fusionnée. Rechargez la page.',
  ],
  quote_without_deal: [
    'Ce devis n’appartient à aucune opportunité',
    'Les commandes se créent depuis une opportunité. Associez le devis à une opportunité, puis rouvrez-le.',
  ],
  panel_unknown: ['Ce panneau n’existe pas', 'Mettez l’application à jour.'],
  method_not_allowed: ['Cet appel n’est pas permis ici', 'Mettez l’application à jour.'],
  invalid_input: ['Une saisie n’est pas correcte', 'Corrigez les champs signalés et renvoyez. Rien n’a été modifié.'],
  invalid_json: ['La requête est illisible', 'Envoyez du JSON valide. Rien n’a été modifié.'],
  unsupported_content_type: [
    'La requête n’a pas le bon type',
    'Envoyez du JSON (application/json). Rien n’a été modifié.',
  ],
  body_too_large: ['La requête est trop volumineuse', 'Envoyez moins à la fois. Rien n’a été modifié.'],
  too_many_requests: ['Trop de requêtes', 'Patientez un instant ; la page réessaie d’elle-même.'],
  idempotency_key_missing: [
    'La requête n’a pas de clé contre les doublons',
    'Mettez l’application à jour. Rien n’a été envoyé.',
  ],
  idempotency_key_reused: [
    'Cette clé a déjà servi à autre chose',
    'Rechargez la page et recommencez. Rien n’a été envoyé.',
  ],
  idempotency_in_progress: ['La même requête est encore en cours', 'Patientez ; elle n’est pas envoyée deux fois.'],
  no_company: ['La transaction n’a pas d’entreprise', 'Ajoutez l’entreprise qui commande.'],
  company_without_name: ['L’entreprise n’a pas de nom', 'Saisissez-le dans le CRM avant la création du client.'],
  no_lines: ['Le devis n’a pas de lignes', 'Ajoutez des articles au devis ou à la transaction.'],
  currency_unknown: [
    'La transaction n’a pas de devise',
    'Définissez une devise dans la transaction ou dans les réglages du CRM.',
  ],
  mixed_currencies: ['Les lignes ont des devises différentes', 'Utilisez une seule devise pour toutes les lignes.'],
  line_without_code: ['Une ligne n’a pas de code article', 'Donnez à la ligne un produit avec un code (SKU).'],
  quantity_invalid: ['Une quantité est impossible', 'Les quantités doivent être positives, avec 12 décimales au plus.'],
  quote_changed: ['Le devis a changé depuis l’aperçu', 'Regardez le nouvel aperçu, puis convertissez.'],
  already_converted: [
    'Ce devis est déjà une commande',
    'La commande figure ci-dessous. Un devis modifié demande une nouvelle version.',
  ],
  possible_twin: [
    'Quelqu’un a commandé la même chose depuis un autre CRM',
    'Voyez le contrôle ci-dessous. Si c’est la même vente, ne faites rien ici. Si c’est une autre vente, indiquez-le et commandez quand même. Rien n’a été envoyé.',
  ],
  preview_blocked: ['Quelque chose empêche encore la commande', 'Réglez d’abord les contrôles bloquants de l’aperçu.'],
  customer_not_linked: [
    'L’entreprise n’est liée à aucun client de l’ERP',
    'Confirmez le client correspondant, ou faites-en créer un.',
  ],
  customer_already_linked: ['L’entreprise est déjà liée', 'Retirez d’abord le lien existant.'],
  unknown_product: ['L’ERP ne connaît pas un produit', 'Corrigez le code article de la ligne.'],
  unknown_customer: ['L’ERP ne connaît pas ce client', 'Choisissez un autre client, ou faites-en créer un.'],
  submission_state: ['Ce n’est plus possible', 'La commande a avancé entre-temps. Rechargez pour voir où elle en est.'],
  erp_order_unknown: [
    'L’ERP n’a pas cette commande',
    'Saisissez le numéro tel qu’il figure dans l’ERP. Rien n’a été modifié.',
  ],
  erp_order_taken: [
    'Cette commande de l’ERP appartient à une autre transaction',
    'Cherchez dans l’ERP quelle commande est la bonne et saisissez son numéro. Rien n’a été modifié.',
  ],
  desk_link_used: [
    'Ce lien a déjà servi',
    'Ouvrez à nouveau le bureau des commandes depuis le CRM : chaque lien sert une fois.',
  ],
  desk_link_expired: [
    'Ce lien n’est plus valable',
    'Ouvrez à nouveau le bureau des commandes depuis le CRM : un lien vaut quelques minutes.',
  ],
  desk_other_session: [
    'Vous êtes connecté sous un autre nom',
    'Déconnectez-vous du bureau des commandes, puis ouvrez-le à nouveau depuis le CRM.',
  ],
  desk_signed_out: [
    'Vous n’êtes pas connecté au bureau des commandes',
    'Ouvrez-le depuis le CRM : le bouton est sur la carte de commande d’une transaction. Rien n’a été modifié.',
  ],
  connection_in_use: [
    'Des commandes sont encore en route vers l’ERP connecté',
    'Terminez-les ou arrêtez-les au service commandes, puis changez la connexion.',
  ],
  flow_off: ['Cette partie est désactivée', 'Un administrateur peut l’activer dans les réglages.'],
  flow_unsupported: ['Cet ERP ne le propose pas', 'Rien à faire : les autres panneaux fonctionnent.'],
  erp_unreachable: [
    'L’ERP est injoignable',
    'Rien n’est perdu : tout reprend de soi-même au retour de l’ERP. Si cela persiste, prévenez votre administrateur.',
  ],
  erp_timeout: [
    'L’ERP met trop de temps',
    'Cela continue de soi-même. En attendant, les derniers chiffres connus sont affichés.',
  ],
  erp_busy: ['L’ERP est occupé', 'Cela continue de soi-même dans un instant.'],
  erp_refused: ['L’ERP a refusé', 'Corrigez ce que l’ERP indique, puis renvoyez.'],
  erp_unauthorised: [
    'L’ERP nous refuse l’accès',
    'Demandez à votre administrateur de vérifier les identifiants et les droits.',
  ],
  erp_conflict: ['Quelqu’un l’a modifié dans l’ERP au même moment', 'Renvoyez.'],
  erp_uncertain: ['On ne sait pas encore si l’ERP l’a reçu', 'Nous vérifions avant tout nouvel envoi. Patientez.'],
  erp_drift: [
    'L’ERP répond sous une forme inconnue',
    'Prévenez votre exploitant : l’ERP a sans doute été modifié ou mis à jour.',
  ],
  erp_limit: [
    'L’ERP n’accepte pas cette commande',
    'Divisez-la, ou raccourcissez ce qui est indiqué. Rien n’a été envoyé.',
  ],
  erp_unfit: [
    'Rien ne peut être écrit en sécurité dans cet ERP',
    'Il modifie la référence par laquelle une commande est retrouvée. Demandez à votre administrateur de faire allonger le champ et de reconnecter l’ERP. Rien n’a été envoyé.',
  ],
  erp_not_connected: ['Aucun ERP n’est connecté', 'Un administrateur peut en connecter un dans les réglages.'],
  crm_unreachable: ['Le CRM ne répond pas', 'Patientez ; cela continue de soi-même.'],
  crm_busy: ['Le CRM nous demande de ralentir', 'Patientez ; cela continue de soi-même.'],
  crm_unauthorised: ['Le CRM nous refuse l’accès', 'Demandez à votre administrateur de reconnecter Backroom.'],
  crm_refused: ['Le CRM a refusé', 'Demandez à votre administrateur ; les mots du CRM sont à côté.'],
  store_unavailable: [
    'La base de données de Backroom ne répond pas',
    'Rien n’a été modifié. Réessayez dans un instant.',
  ],
  cannot_process: [
    'Backroom ne peut pas traiter cette commande',
    'Vérifiez dans l’ERP si elle s’y trouve et indiquez laquelle, ou arrêtez-la et convertissez à nouveau le devis. Prévenez votre exploitant.',
  ],
  internal: ['Un problème est survenu chez nous', 'Réessayez. Si cela persiste, donnez la référence au support.'],
  backroom_unreachable: [
    'Backroom ne répond pas',
    'Rien n’a été modifié. Réessayez dans un instant ; si cela persiste, prévenez votre administrateur.',
  ],
};
