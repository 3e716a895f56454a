// Invoices and bills, which request a payment. A proof of payment at a till is a receipt.
import type { Kind } from './kind.js';

export const invoice: Kind = {
  id: 'invoice',
  label: 'financial',
  minWeight: 5,
  cues: [
    {
      weight: 2,
      words: {
        en: 'invoice, tax invoice, invoice no, invoice number, invoice date, bill, utility bill, electricity bill, statement of charges, proforma, quotation',
        fr: 'facture, facture no, no de facture, avoir, devis, date de facture',
        de: 'rechnung, rechnungsnummer, rechnungsdatum, rechnungs nr, mahnung, zahlungserinnerung, angebot',
        es: 'factura, factura no, numero de factura, fecha de factura, presupuesto',
        it: 'fattura, fattura n, numero fattura, data fattura, bolletta, preventivo',
        pt: 'fatura, factura, fatura no, nota fiscal, boleto, data da fatura, orcamento',
        nl: 'factuur, factuurnummer, factuurdatum, nota, offerte',
        other: 'faktura, faktura nr, fakturadato, lasku, laskun numero, fatura no, factura fiscala',
      },
    },
    {
      weight: 3,
      words: {
        en: 'bill to, ship to, due date, payment due, amount due, balance due, payment terms, remit to, pay by, billing period, billing date, total due, please pay, remittance, billed to, invoice to, sold to, purchase order, po number',
        fr: 'date d echeance, a regler avant, montant du, conditions de reglement, adresse de facturation, net a payer, facture a, conditions de paiement, reglement par',
        de: 'zahlbar bis, fallig am, zahlungsziel, zahlungsbedingungen, rechnungsbetrag, rechnungsadresse, bitte uberweisen, zahlbar innerhalb, lieferdatum, leistungszeitraum, zu zahlen',
        es: 'fecha de vencimiento, forma de pago, facturar a, importe a pagar, total a pagar, datos de facturacion, periodo de facturacion, condiciones de pago',
        it: 'data scadenza, scadenza pagamento, modalita di pagamento, importo da pagare, totale da pagare, intestatario, totale fattura, condizioni di pagamento',
        pt: 'data de vencimento, vencimento, valor a pagar, total a pagar, forma de pagamento, data limite de pagamento, condicoes de pagamento',
        nl: 'vervaldatum, te betalen, betalingstermijn, betaaltermijn, betalingskenmerk, factuuradres, gelieve te betalen, te voldoen',
        other:
          'termin platnosci, do zaplaty, forfallsdato, forfaldsdato, forfallodag, erapaiva, datum splatnosti, son odeme tarihi',
      },
    },
    {
      weight: 1,
      words: {
        en: 'vat number, vat no, vat reg, unit price, quantity, description, customer number, customer no, account number, meter reading, kwh, usage, subtotal, net amount, hours, rate',
        fr: 'no tva, tva intracommunautaire, prix unitaire, quantite, designation, montant ht, total ht, total ttc, siret, reference client, numero client',
        de: 'ust id, steuernummer, umsatzsteuer, einzelpreis, menge, kundennummer, nettobetrag, gesamtbetrag, bezeichnung, zwischensumme',
        es: 'nif, cif, base imponible, precio unitario, cantidad, descripcion, cliente no, iva',
        it: 'partita iva, p iva, imponibile, prezzo unitario, quantita, descrizione, codice cliente, iva',
        pt: 'nif, cnpj, preco unitario, quantidade, descricao, iva, contribuinte',
        nl: 'btw nummer, btw nr, kvk, stuksprijs, aantal, omschrijving, klantnummer, totaal excl, subtotaal',
        other: 'nip, cena jednostkowa, ilosc, org nr, moms, mva, dic, ico',
      },
    },
    {
      weight: 2,
      words: {
        en: 'bank details, account name, sort code',
        fr: 'coordonnees bancaires',
        de: 'bankverbindung',
        es: 'datos bancarios',
        it: 'coordinate bancarie',
        pt: 'dados bancarios',
        nl: 'bankgegevens',
        other: 'iban, bic, swift',
      },
    },
    { weight: 1, shape: 'amounts' },
    { weight: -3, shape: 'strip' },
    {
      weight: -3,
      words: {
        en: 'change, cash, tendered, cashier, thank you please come again, goods sold, change due',
        fr: 'rendu monnaie, rendu, especes, caisse, merci de votre visite',
        de: 'ruckgeld, bar, gegeben, kasse, kassenbon, es bediente sie',
        es: 'efectivo, cambio, caja, le atendio',
        it: 'contanti, resto, cassa, documento commerciale',
        pt: 'troco, dinheiro, caixa',
        nl: 'wisselgeld, contant, kassa',
      },
    },
  ],
  examples: {
    true: [
      [
        'INVOICE',
        'Bill to: Anna Tully',
        'Invoice no 1234',
        'Quantity | Description | Unit price',
        'Widgets | 120.00',
        'Due date 15/04/2026',
      ],
      ['RECHNUNG', 'Rechnungsnummer 4711', 'Kundennummer 12', 'Zahlbar bis 15.04.2026', 'Gesamtbetrag | 120,00'],
      ['FACTURE No 12', 'Total HT | 100,00', 'Total TTC | 120,00', "Date d'échéance 15/04/2026"],
      ['Utopia Energy', 'Your electricity bill', 'Billing period Jan to Mar', 'Amount due | 88.12', '312 kWh'],
    ],
    false: [
      ['CORNER SHOP', 'TAX INVOICE', 'Milk | 1.20', 'Bread | 2.10', 'TOTAL | 3.30', 'CASH | 5.00', 'CHANGE | 1.70'],
      ['We will send you an invoice at the end of the month', 'for all that you used'],
    ],
  },
};
