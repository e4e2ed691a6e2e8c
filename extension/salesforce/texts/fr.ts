import type { ProblemCode } from '@backroom/shared';
import type { MessageKey } from '@backroom/shared/messages/ui';

export const ui: Partial<Record<MessageKey, string>> = {
  'overview.credit_after': 'Disponible après cette opportunité',
  'alert.other_customer': 'Fusionné avec le client ERP {other} : associez à nouveau le compte, ou gardez {customer}',
  'customer.candidates_title': 'À quel client ERP correspond ce compte ?',
  'customer.merged_text':
    'Les comptes fusionnés correspondent à des clients ERP différents. {customer} est utilisé jusqu’à votre confirmation.',
  'customer.no_company_title': 'Aucun compte sur cette opportunité',
  'customer.no_company_text': 'Ajoutez-en un pour continuer.',
  'stock.no_lines_title': 'Aucun produit',
  'stock.lines_from_deal': 'Aucun devis. Affichage des produits de l’opportunité.',
  'order.written_back': 'Enregistré sur l’opportunité.',
  'order.writing_back': 'Enregistrement sur l’opportunité…',
  'step.write_back': 'Enregistrée sur l’opportunité',
  'check.no_lines': 'Le devis n’a aucun produit. Ajoutez-en un.',
  'check.mixed_currencies': 'Les produits ont des devises différentes. Utilisez une seule devise.',
  'check.other_customer':
    'Ce compte a été fusionné avec le client ERP {other}. La commande va à {customer}. Pour changer cela, associez à nouveau le compte.',
  'check.no_company': 'Aucun compte sur cette opportunité. Ajoutez-en un pour continuer.',
  'check.company_without_name': 'Le compte n’a pas de nom. Saisissez-en un pour créer le client ERP.',
  'check.several_quotes': 'Cette opportunité a plusieurs devis acceptés. {number} est utilisé, pas {others}.',
  'check.currency_unknown': 'L’opportunité n’a pas de devise. Définissez-en une.',
  'check.adjustment_unknown':
    'Backroom ne peut pas transférer « {what} » de ce devis. Supprimez-le, ou intégrez-le aux produits.',
  'credit.after_deal': 'Disponible après cette opportunité',
  'credit.ordered': 'La commande de cette opportunité est comprise dans le montant utilisé.',
  'credit.order_gross': 'Cette opportunité (TTC)',
  'settings.write_back': 'Enregistrer numéro, statut et date promise sur l’opportunité',
  'verdict.why.company': 'compte incomplet',
};
export const problems: Partial<Record<ProblemCode, readonly [title: string, whatToDo: string]>> = {
  no_company: ['Aucun compte sur cette opportunité', 'Ajoutez-en un pour continuer.'],
  company_without_name: ['Le compte n’a pas de nom', 'Saisissez-en un pour créer le client ERP.'],
  no_lines: ['Le devis n’a aucun produit', 'Ajoutez un produit au devis ou à l’opportunité.'],
  currency_unknown: [
    'L’opportunité n’a pas de devise',
    'Définissez une devise dans l’opportunité ou dans les paramètres du CRM.',
  ],
  mixed_currencies: ['Les produits ont des devises différentes', 'Utilisez une seule devise pour tout le devis.'],
  line_without_code: ['Un produit n’a pas de référence article', 'Choisissez un produit avec une référence (SKU).'],
  customer_already_linked: ['Le compte est déjà associé', 'Retirez d’abord l’association existante.'],
  unknown_product: ['Un produit est inconnu de l’ERP', 'Corrigez sa référence article.'],
  erp_order_taken: [
    'Cette commande ERP appartient à une autre opportunité',
    'Cherchez la bonne commande dans l’ERP et saisissez son numéro. Rien n’a été modifié.',
  ],
};
