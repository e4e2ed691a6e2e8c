import type { ProblemCode } from '../problems.ts';

export const problemsFr: Record<ProblemCode, readonly [title: string, whatToDo: string]> = {
  signature_missing: ['La requête n’est pas signée', 'Ouvrez la carte dans le CRM. Les autres appels sont refusés.'],
  signature_invalid: [
    'Signature non valide',
    'Vérifiez le secret client ou le certificat, et l’adresse publique dans la configuration.',
  ],
  signature_expired: ['La requête a expiré', 'Rechargez la page. Si cela persiste, vérifiez l’horloge du serveur.'],
  signature_replayed: ['Requête en double', 'Rechargez la page et réessayez. Rien n’a été envoyé deux fois.'],
  account_unknown: [
    'Backroom n’est pas installé dans ce compte',
    'Demandez à votre administrateur d’installer Backroom depuis la marketplace.',
  ],
  account_disconnected: ['Backroom est déconnecté du CRM', 'Demandez à votre administrateur de reconnecter Backroom.'],
  org_mismatch: [
    'Cette organisation n’est pas celle qui est connectée',
    'Elle a été copiée, déplacée, ou c’est une sandbox. Demandez à votre administrateur de la connecter. Ne connectez une sandbox qu’à un ERP de test. Rien n’a été envoyé.',
  ],
  forbidden: ['Accès non autorisé', 'Demandez l’accès à votre administrateur.'],
  api_key_invalid: [
    'La clé d’API est absente ou invalide',
    'Envoyez-la comme jeton « bearer » de la requête. Un administrateur crée les clés sur la page « Accès ».',
  ],
  api_key_expired: ['La clé d’API a expiré', 'Demandez-en une nouvelle à votre administrateur.'],
  api_key_scope: [
    'Il manque une autorisation à la clé d’API',
    'Demandez à votre administrateur une clé avec cette autorisation.',
  ],
  not_found: ['Introuvable', 'Rechargez la page et réessayez.'],
  record_not_found: [
    'Fiche introuvable dans le CRM',
    'Elle a peut-être été supprimée ou fusionnée. Rechargez la page.',
  ],
  quote_without_deal: [
    'Ce devis n’a pas d’opportunité',
    'Les commandes se créent depuis une opportunité. Associez le devis à une opportunité, puis rouvrez-le.',
  ],
  panel_unknown: ['Panneau introuvable', 'Mettez l’application à jour.'],
  method_not_allowed: ['Requête non autorisée', 'Mettez l’application à jour.'],
  invalid_input: [
    'Certains champs sont à corriger',
    'Corrigez les champs signalés et réessayez. Rien n’a été modifié.',
  ],
  invalid_json: ['La requête est illisible', 'Envoyez du JSON valide. Rien n’a été modifié.'],
  unsupported_content_type: [
    'La requête n’a pas le bon type',
    'Envoyez du JSON (application/json). Rien n’a été modifié.',
  ],
  body_too_large: ['La requête est trop volumineuse', 'Envoyez moins à la fois. Rien n’a été modifié.'],
  too_many_requests: ['Trop de requêtes', 'Patientez un instant. Reprise automatique.'],
  idempotency_key_missing: ['Clé de requête manquante', 'Mettez l’application à jour. Rien n’a été envoyé.'],
  idempotency_key_reused: ['Clé de requête déjà utilisée', 'Rechargez la page et recommencez. Rien n’a été envoyé.'],
  idempotency_in_progress: ['Requête en cours', 'Patientez un instant. Elle n’est pas envoyée deux fois.'],
  no_company: ['Aucune entreprise sur cette transaction', 'Ajoutez-en une pour continuer.'],
  company_without_name: ['L’entreprise n’a pas de nom', 'Saisissez-en un pour créer le client ERP.'],
  no_lines: ['Le devis n’a aucune ligne', 'Ajoutez un produit au devis ou à la transaction.'],
  currency_unknown: [
    'La transaction n’a pas de devise',
    'Définissez une devise dans la transaction ou dans les paramètres du CRM.',
  ],
  mixed_currencies: ['Les lignes ont des devises différentes', 'Utilisez une seule devise pour tout le devis.'],
  line_without_code: ['Une ligne n’a pas de référence article', 'Choisissez un produit avec une référence (SKU).'],
  quantity_invalid: ['Quantité non valide', 'Saisissez une quantité supérieure à zéro, avec 12 décimales au plus.'],
  quote_changed: ['Devis modifié après l’aperçu', 'Vérifiez le nouvel aperçu, puis convertissez.'],
  already_converted: [
    'Déjà commandé',
    'La commande figure ci-dessous. Pour modifier le devis, créez une nouvelle version.',
  ],
  possible_twin: [
    'Doublon possible d’un autre CRM',
    'Voyez le contrôle ci-dessous. Même vente ? Ne convertissez pas. Vente distincte ? Cochez la case et convertissez. Rien n’a été envoyé.',
  ],
  preview_blocked: ['Les contrôles ont changé', 'Relisez les contrôles, puis convertissez.'],
  customer_not_linked: ['Aucun client ERP associé', 'Associez un client ERP, ou créez-en un.'],
  customer_already_linked: ['L’entreprise est déjà associée', 'Retirez d’abord l’association existante.'],
  unknown_product: ['Un produit est inconnu de l’ERP', 'Corrigez la référence article de la ligne.'],
  unknown_customer: ['Client introuvable dans l’ERP', 'Choisissez un autre client, ou créez-en un.'],
  submission_state: ['Ce n’est plus possible', 'Le statut de la commande a changé. Rechargez la page.'],
  erp_order_unknown: [
    'Commande introuvable dans l’ERP',
    'Saisissez le numéro tel qu’il figure dans l’ERP. Rien n’a été modifié.',
  ],
  erp_order_taken: [
    'Cette commande ERP appartient à une autre transaction',
    'Cherchez la bonne commande dans l’ERP et saisissez son numéro. Rien n’a été modifié.',
  ],
  order_act_pending: [
    'Une autre modification de cette commande est en cours',
    'Attendez qu’elle soit terminée, puis revoyez la commande. Rien n’a été envoyé.',
  ],
  order_changed_in_erp: [
    'La commande a été modifiée dans l’ERP',
    'Vérifiez ce qui a changé, puis confirmez de nouveau. Rien n’a été envoyé.',
  ],
  order_gone: [
    'L’ERP n’a plus cette commande',
    'Cherchez la commande dans l’ERP. Elle a peut-être été supprimée ou déplacée. Rien n’a été modifié.',
  ],
  desk_link_used: [
    'Ce lien a déjà été utilisé',
    'Rouvrez l’administration des ventes depuis le CRM. Chaque lien ne sert qu’une fois.',
  ],
  desk_link_expired: [
    'Ce lien a expiré',
    'Rouvrez l’administration des ventes depuis le CRM. Un lien est valable dix minutes.',
  ],
  desk_other_session: [
    'Vous êtes connecté sous un autre nom',
    'Déconnectez-vous de l’administration des ventes, puis rouvrez-la depuis le CRM.',
  ],
  desk_signed_out: [
    'Vous n’êtes pas connecté à l’administration des ventes',
    'Ouvrez-la depuis la carte de commande dans le CRM. Rien n’a été modifié.',
  ],
  connection_in_use: [
    'Des commandes sont encore en cours d’envoi vers l’ERP connecté',
    'Terminez-les ou annulez-les dans l’administration des ventes, puis changez la connexion.',
  ],
  pilot_only: [
    'Backroom est en phase pilote',
    'Votre administrateur l’essaie d’abord avec quelques personnes. Les chiffres de l’ERP s’afficheront ici après la mise en service.',
  ],
  flow_read_only: [
    'Backroom ne fait que lire ici',
    'Un administrateur a désactivé l’écriture dans cet ERP sur la page « Flux ». Rien n’a été envoyé.',
  ],
  approval_waiting: [
    'Approbation demandée',
    'L’administration des ventes décide. Convertissez la commande une fois approuvée. Rien n’a été envoyé.',
  ],
  approval_rejected: [
    'Approbation refusée',
    'Modifiez le devis et redemandez, ou parlez à la personne qui a refusé. Rien n’a été envoyé.',
  ],
  connection_is_test: [
    'Un ERP de test ne peut pas être la connexion par défaut',
    'Indiquez qu’il est en production, ou gardez la connexion de production par défaut.',
  ],
  connection_paused: [
    'Cette connexion à l’ERP est en pause',
    'Un administrateur peut la reprendre sur la page « Connexions à l’ERP ». Les commandes attendent jusque-là.',
  ],
  connection_is_default: [
    'Les fiches sans règle propre vont à cette connexion',
    'Définissez d’abord une autre connexion par défaut.',
  ],
  flow_off: ['Ce panneau est désactivé', 'Un administrateur peut l’activer dans les paramètres.'],
  flow_unsupported: ['Non pris en charge par cet ERP', 'Aucune action requise. Les autres panneaux fonctionnent.'],
  erp_unreachable: [
    'L’ERP ne répond pas',
    'Réessayez dans un instant. Si cela persiste, contactez votre administrateur.',
  ],
  erp_timeout: ['Délai dépassé', 'Reprise automatique.'],
  erp_busy: ['ERP surchargé', 'Reprise automatique.'],
  erp_refused: ['Refusé par l’ERP', 'Corrigez selon le message de l’ERP, puis renvoyez.'],
  erp_unauthorised: [
    'Connexion à l’ERP refusée',
    'Demandez à votre administrateur de vérifier les identifiants et les droits dans l’ERP.',
  ],
  erp_conflict: ['Modifié entre-temps dans l’ERP', 'Renvoyez.'],
  erp_uncertain: ['Pas encore confirmé', 'Nous vérifions dans l’ERP avant de renvoyer. Patientez.'],
  erp_drift: [
    'Réponse inattendue de l’ERP',
    'Contactez votre exploitant. L’ERP a sans doute été modifié ou mis à jour.',
  ],
  erp_limit: ['Non accepté par l’ERP', 'Divisez la commande, ou raccourcissez le champ indiqué. Rien n’a été envoyé.'],
  erp_unfit: [
    'Cet ERP ne peut pas recevoir de commandes en sécurité',
    'Il modifie la référence de commande. Demandez à votre administrateur de faire allonger le champ et de reconnecter l’ERP. Rien n’a été envoyé.',
  ],
  erp_not_connected: ['Aucun ERP connecté', 'Un administrateur peut en connecter un dans les paramètres.'],
  crm_unreachable: ['Le CRM ne répond pas', 'Patientez un instant. Reprise automatique.'],
  crm_busy: ['Limite de requêtes du CRM atteinte', 'Patientez un instant. Reprise automatique.'],
  crm_unauthorised: ['Connexion au CRM refusée', 'Demandez à votre administrateur de reconnecter Backroom.'],
  crm_refused: ['Refusé par le CRM', 'Contactez votre administrateur : message du CRM ci-dessous.'],
  store_unavailable: [
    'La base de données de Backroom ne répond pas',
    'Rien n’a été modifié. Réessayez dans un instant.',
  ],
  cannot_process: [
    'Backroom ne peut pas traiter cette commande',
    'Vérifiez si la commande est dans l’ERP. Si oui, rattachez-la. Sinon, annulez-la et convertissez à nouveau le devis. Contactez votre exploitant.',
  ],
  internal: ['Une erreur est survenue', 'Réessayez. Si cela persiste, donnez la référence au support.'],
  backroom_unreachable: [
    'Backroom ne répond pas',
    'Rien n’a été modifié. Réessayez dans un instant. Si cela persiste, contactez votre administrateur.',
  ],
};
