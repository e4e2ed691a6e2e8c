import type { z } from 'zod';
import { field } from './manifest.ts';

/** Settings of an ERP in which an order's shipping and fees are lines of products. `erp`: its name; `code`: what a product code may be there. */
export const chargeFields = <Code extends z.ZodType>(erp: string, code: Code) => ({
  shippingProduct: field(code, {
    label: {
      en: 'Product for shipping',
      de: 'Artikel für Versandkosten',
      fr: 'Article pour le transport',
      es: 'Producto para el transporte',
      nl: 'Artikel voor verzendkosten',
      it: 'Prodotto per la spedizione',
    },
    help: {
      en: `Code of the ${erp} product that stands for shipping on an order. Left empty: shipping of a quote is not transferred, and a warning says so.`,
      de: `Code des Artikels in ${erp}, der auf einem Auftrag für Versandkosten steht. Leer: Versandkosten eines Angebots werden nicht übertragen, und eine Warnung sagt das.`,
      fr: `Code de l’article ${erp} qui représente le transport sur une commande. Vide : le transport d’un devis n’est pas transmis, et un avertissement le signale.`,
      es: `Código del producto de ${erp} que representa el transporte en un pedido. Vacío: el transporte de una cotización no se transfiere, y un aviso lo indica.`,
      nl: `Code van het artikel in ${erp} dat op een order voor verzendkosten staat. Leeg: verzendkosten van een offerte worden niet overgenomen, en een waarschuwing meldt dat.`,
      it: `Codice del prodotto di ${erp} che in un ordine rappresenta la spedizione. Se vuoto: la spedizione di un preventivo non viene trasferita e un’avvertenza lo segnala.`,
    },
    example: 'FREIGHT',
  }),
  feeProduct: field(code, {
    label: {
      en: 'Product for fees',
      de: 'Artikel für Gebühren',
      fr: 'Article pour les frais',
      es: 'Producto para los cargos',
      nl: 'Artikel voor toeslagen',
      it: 'Prodotto per le spese',
    },
    help: {
      en: `Code of the ${erp} product that stands for fees of a quote. Left empty: they are not transferred, and a warning says so.`,
      de: `Code des Artikels in ${erp}, der für Gebühren eines Angebots steht. Leer: Sie werden nicht übertragen, und eine Warnung sagt das.`,
      fr: `Code de l’article ${erp} qui représente les frais d’un devis. Vide : ils ne sont pas transmis, et un avertissement le signale.`,
      es: `Código del producto de ${erp} que representa los cargos de una cotización. Vacío: no se transfieren, y un aviso lo indica.`,
      nl: `Code van het artikel in ${erp} dat voor toeslagen van een offerte staat. Leeg: ze worden niet overgenomen, en een waarschuwing meldt dat.`,
      it: `Codice del prodotto di ${erp} che rappresenta le spese di un preventivo. Se vuoto: le spese non vengono trasferite e un’avvertenza lo segnala.`,
    },
  }),
});
