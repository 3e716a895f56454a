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
        en: 'invoice, tax invoice, invoice no, invoice number, invoice date, bill, utility bill, electricity bill, statement of charges, proforma, quotation, your bill, gas bill, water bill, phone bill, internet bill, bill date, bill number, energy bill, billing statement, your electricity bill, your energy bill, monthly statement, water services, amount enclosed, medical bill, statement of account',
        fr: 'facture, facture no, no de facture, avoir, devis, date de facture, votre facture, facture d electricite, facture de gaz, quittance, quittance de loyer, avis d echeance',
        de: 'rechnung, rechnungsnummer, rechnungsdatum, rechnungs nr, mahnung, zahlungserinnerung, angebot, ihre rechnung, stromrechnung, gasrechnung, jahresabrechnung, gebuhrenbescheid, nebenkostenabrechnung, telefonrechnung, liquidation, kostenvoranschlag',
        es: 'factura, factura no, numero de factura, fecha de factura, presupuesto, factura de luz, factura de electricidad, factura de agua, su factura, factura electronica, recibo de luz',
        it: 'fattura, fattura n, numero fattura, data fattura, bolletta, preventivo, bolletta luce, bolletta gas, fattura elettronica, la tua bolletta',
        pt: 'fatura, factura, fatura no, nota fiscal, boleto, data da fatura, orcamento, fatura de eletricidade, fatura simplificada n, conta de luz, conta de agua, a sua fatura, fatura recibo',
        nl: 'factuur, factuurnummer, factuurdatum, nota, offerte, energienota, jaarafrekening, termijnnota, uw factuur, energierekening',
        other: 'faktura, faktura nr, fakturadato, lasku, laskun numero, fatura no, factura fiscala',
        cjk: '发票, 增值税专用发票, 增值税普通发票, 电子发票, 請求書, 统一发票, 統一發票, 帐单, 账单',
      },
    },
    {
      weight: 3,
      more: 1,
      words: {
        en: 'bill to, ship to, due date, payment due, amount due, balance due, payment terms, remit to, pay by, billing period, billing date, total due, please pay, remittance, billed to, invoice to, sold to, purchase order, po number, total amount due, current charges, new charges, amount payable, payable to, please make checks payable, make check payable, payable by, payment stub, direct debit on, you pay, pay this amount, date due, autopay, invoice total, payment is due, payment method, pay online, this bill is for, total to pay, new balance due',
        fr: 'date d echeance, a regler avant, montant du, conditions de reglement, adresse de facturation, net a payer, facture a, conditions de paiement, reglement par, montant a payer, montant preleve, date limite de paiement, prelevement automatique, sera preleve, a payer avant le, total a payer, facture du',
        de: 'zahlbar bis, fallig am, zahlungsziel, zahlungsbedingungen, rechnungsbetrag, rechnungsadresse, bitte uberweisen, zahlbar innerhalb, lieferdatum, leistungszeitraum, zu zahlen, zahlungsbetrag, rechnungsempfanger, abbuchung, wird abgebucht, abschlag, falligkeit, ohne abzug, zahlbar ohne abzug, zu zahlender betrag, nachzahlung, den betrag, ueberweisen sie, uberweisen sie den, zahlungsbedingung, zahlung innerhalb',
        es: 'fecha de vencimiento, forma de pago, facturar a, importe a pagar, total a pagar, datos de facturacion, periodo de facturacion, condiciones de pago, total factura, cargo en cuenta, vence, total importe factura, importe factura, fecha de cargo, fecha limite de pago',
        it: 'data scadenza, scadenza pagamento, modalita di pagamento, importo da pagare, totale da pagare, intestatario, totale fattura, condizioni di pagamento, totale bolletta, pagare entro, pagamento entro, entro il, totale documento',
        pt: 'data de vencimento, vencimento, valor a pagar, total a pagar, forma de pagamento, data limite de pagamento, condicoes de pagamento, valor da fatura, pagar ate, debito direto, data limite, referencia multibanco, total da fatura',
        nl: 'vervaldatum, te betalen, betalingstermijn, betaaltermijn, betalingskenmerk, factuuradres, gelieve te betalen, te voldoen, wordt afgeschreven, betalen voor, te betalen voor, automatisch afgeschreven, binnen 14 dagen, binnen 30 dagen, factuurbedrag',
        other:
          'termin platnosci, do zaplaty, forfallsdato, forfaldsdato, forfallodag, erapaiva, datum splatnosti, son odeme tarihi',
        cjk: '价税合计, 购买方, 销售方, 開戶行, 开户行及账号, 御請求金額, 支払期限',
      },
    },
    {
      weight: 1,
      more: 2,
      words: {
        en: 'vat number, vat no, vat reg, unit price, quantity, description, customer number, customer no, account number, meter reading, kwh, usage, subtotal, net amount, hours, rate, meter number, standing charge, service address, consumption, electricity, unit rate, qty, amount, tax, total, unit cost, item, price, po, terms, invoice, line total, discount, hourly rate, service',
        fr: 'no tva, tva intracommunautaire, prix unitaire, quantite, designation, montant ht, total ht, total ttc, siret, reference client, numero client, abonnement, consommation, releve de compteur, taxes, tva, remise, reference, echeance',
        de: 'ust id, steuernummer, umsatzsteuer, einzelpreis, menge, kundennummer, nettobetrag, gesamtbetrag, bezeichnung, zwischensumme, verbrauch, zahlerstand, grundpreis, arbeitspreis, mwst, kunden nr, stuck, position, pos, netto, brutto, betrag',
        es: 'nif, cif, base imponible, precio unitario, cantidad, descripcion, cliente no, iva, consumo, potencia, lectura, total, importe, descuento, precio, concepto',
        it: 'partita iva, p iva, imponibile, prezzo unitario, quantita, descrizione, codice cliente, iva, consumi, fornitura, lettura, totale, aliquota, sconto, prezzo',
        pt: 'nif, cnpj, preco unitario, quantidade, descricao, iva, contribuinte, consumo, leitura, total, desconto, valor',
        nl: 'btw nummer, btw nr, kvk, stuksprijs, aantal, omschrijving, klantnummer, totaal excl, subtotaal, verbruik, meterstand, btw, bedrag, prijs, korting, debiteurnummer',
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
