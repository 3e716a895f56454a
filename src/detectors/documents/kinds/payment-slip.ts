// Slips to pay or to deposit with: Swiss QR bills, credit transfers, boletos, deposit slips.
import type { Kind } from './kind.js';

export const paymentSlip: Kind = {
  id: 'payment-slip',
  label: 'financial',
  minWeight: 5,
  maxCharacters: 1800,
  cues: [
    {
      weight: 3,
      words: {
        en: 'payment part, payment slip, deposit slip, deposit ticket, paying in slip, bank giro credit, withdrawal slip, transfer confirmation, transfer receipt, remittance slip, proof of payment, payment confirmation, money order, bank draft, pay in slip, transaction slip',
        fr: 'section paiement, bulletin de versement, ordre de virement, avis de virement, bordereau de remise, remise de cheques, talon de paiement, mandat cash, tip sepa',
        de: 'zahlteil, empfangsschein, einzahlungsschein, zahlschein, uberweisungsauftrag, sepa uberweisung, uberweisungstrager, einzahlungsbeleg, beleg fur kontoinhaber, dauerauftrag',
        es: 'orden de transferencia, comprobante de transferencia, justificante de transferencia, carta de pago, boleta de deposito, ingreso en efectivo, comprobante de deposito',
        it: 'sezione pagamento, bollettino postale, conti correnti postali, ricevuta di bonifico, ordine di bonifico, distinta di versamento, bollettino, pagopa, avviso di pagamento',
        pt: 'boleto bancario, comprovativo de transferencia, comprovante de transferencia, comprovante de pagamento, ficha de compensacao, talao de deposito, recibo do pagador, local de pagamento',
        nl: 'acceptgiro, overschrijvingsformulier, overschrijving, stortingsbewijs, betaalopdracht',
        other:
          'polecenie przelewu, wplata gotowkowa, innbetaling, inbetalningskort, tilisiirto, potwierdzenie przelewu, postovni poukazka, dekont',
        cjk: '进账单, 汇款, 转账凭证, 存款凭条, 振込依頼書, 払込取扱票, 电子回单, 振込',
      },
    },
    {
      weight: 2,
      more: 2,
      words: {
        en: 'account payable to, payable by, acceptance point, currency amount, payee, beneficiary, remitter, amount in words, depositor, teller, total deposit, sender, recipient, beneficiary account, less cash, payer',
        fr: 'compte payable a, payable par, point de depot, monnaie montant, beneficiaire, donneur d ordre, emetteur, verse par, motif',
        de: 'konto zahlbar an, zahlbar durch, annahmestelle, wahrung betrag, zahlungsempfanger, begunstigter, verwendungszweck, auftraggeber, angaben zum zahlungsempfanger, einzahler',
        es: 'beneficiario, ordenante, concepto, importe, cuenta de destino, cuenta de origen',
        it: 'conto pagabile a, pagabile da, punto di accettazione, eseguito da, causale, beneficiario, ordinante, sul c c n',
        pt: 'cedente, sacado, nosso numero, beneficiario, pagador, ordenante, agencia codigo, valor do documento, destinatario',
        nl: 'begunstigde, naar rekening, van rekening, betalingskenmerk, mededeling, opdrachtgever',
      },
    },
    { weight: 2, pattern: /\b[A-Z]{2}\d{2}(?:[ .]?[\dA-Z]{4}){3,7}(?:[ .]?[\dA-Z]{1,3})?\b/ },
    // A Swiss reference of 27 digits; the digits that are typed for a boleto.
    { weight: 2, pattern: /(?<!\d)\d{2}(?: ?\d{5}){5}(?!\d)|\d{5}[. ]\d{5} \d{5}[. ]\d{6} \d{5}[. ]\d{6} \d \d{14}/ },
    {
      weight: 1,
      words: {
        en: 'bank, currency, amount, receipt, date',
        fr: 'banque, monnaie, montant, recepisse',
        de: 'bank, sparkasse, wahrung, betrag, iban',
        es: 'banco, importe, fecha',
        it: 'banca, valuta, importo, ricevuta',
        pt: 'banco, valor, vencimento',
        nl: 'bank, bedrag, iban',
      },
    },
    { weight: -2, shape: 'amounts' },
  ],
  examples: {
    true: [
      [
        'Empfangsschein | Zahlteil',
        'Konto / Zahlbar an',
        'UT00 0000 0000 0000 0000 0',
        'Zahlbar durch',
        'Währung | Betrag',
        'CHF | 120.00',
        'Annahmestelle',
      ],
      ['Récépissé | Section paiement', 'Compte / Payable à', 'Payable par', 'Monnaie | Montant', 'Point de dépôt'],
      ['Ricevuta | Sezione pagamento', 'Conto / Pagabile a', 'Pagabile da', 'Punto di accettazione'],
      ['Receipt | Payment part', 'Account / Payable to', 'Payable by', 'Acceptance point'],
      ['SEPA-Überweisung', 'Angaben zum Zahlungsempfänger', 'IBAN', 'Verwendungszweck', 'Kontoinhaber'],
      ['DEPOSIT SLIP', 'Bank of Utopia', 'Depositor: A. Tully', 'Total deposit | 120.00'],
      ['Comprobante de transferencia', 'Ordenante', 'Beneficiario', 'Importe | 120,00', 'Concepto'],
      ['Boleto bancário', 'Cedente', 'Sacado', 'Nosso número', 'Vencimento'],
      ['Acceptgiro', 'Begunstigde', 'Betalingskenmerk', 'Bedrag'],
    ],
    false: [
      ['CASH DEPOSITS', 'Ask at the desk'],
      ['Pizza of the day', 'Payment by card or cash', '8.50'],
    ],
  },
};
