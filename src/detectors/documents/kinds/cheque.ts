// Cheques: who is to be paid, the amount in words, and the bank's line of digits at the foot.
import type { Kind } from './kind.js';

export const cheque: Kind = {
  id: 'cheque',
  label: 'financial',
  minWeight: 5,
  maxCharacters: 700,
  cues: [
    {
      weight: 3,
      words: {
        en: 'pay to the order of, pay to the, to the order of, pay against this check, pay against this cheque, or bearer, or order, account payee, cashier s check, traveler s check, void after 90 days',
        fr: 'payez contre ce cheque, contre ce cheque, cheque non endossable, payable en france, a l ordre de, cheque',
        de: 'zahlen sie gegen diesen scheck, gegen diesen scheck, oder uberbringer, verrechnungsscheck, orderscheck',
        es: 'paguese por este cheque, por este cheque, paguese a la orden, al portador, a la orden de',
        it: 'a vista pagate per questo assegno, per questo assegno, non trasferibile, assegno bancario, all ordine',
        pt: 'pague por este cheque, por este cheque, a ordem de, ou a sua ordem, cheque no',
        nl: 'betaalcheque, tegen deze cheque, aan toonder, wilt u betalen',
        other: 'czek, sjekk, check nr, cek karsiliginda',
      },
      isInText: true,
    },
    {
      weight: 2,
      words: {
        en: 'dollars, memo, pounds, rupees, the sum of, authorized signature, authorised signatory, a c payee, routing number, pay, check no, cheque no, non negotiable',
        fr: 'somme en toutes lettres, payable a, euros, la somme de, chequier, compensable',
        de: 'betrag in buchstaben, betrag in worten, scheck nr, kontonummer, zahlungsempfanger',
        es: 'la cantidad de, euros, pesos, cuenta no, serie, la suma de',
        it: 'euro, luogo e data, importo in lettere, la somma di',
        pt: 'a quantia de, euros, reais, valor por extenso, e centavos acima',
        nl: 'het bedrag van, euro, bedrag in letters',
      },
    },
    // The line of the bank at the foot, as E-13B symbols and CMC-7 are read, or between marks.
    { weight: 2, pattern: /^\D{0,3}\d{6,9}\D{1,4}\d{6,12}(?:\D{1,4}\d{3,6})?\D{0,3}$/ },
    // An amount between marks against forgery.
    { weight: 1, pattern: /[*#=]{1,}\s?\d[\d.,]*[.,]\d{2}\s?[*#=]{0,}|[$£€₹]\s?\d[\d,]*\.\d{2}/ },
    {
      weight: 1,
      words: {
        en: 'bank, credit union, trust company, national bank',
        fr: 'banque, credit agricole, caisse d epargne',
        de: 'bank, sparkasse, volksbank',
        es: 'banco, caja',
        it: 'banca, banco',
        pt: 'banco, caixa',
        nl: 'bank',
      },
    },
    // Amounts in words.
    { weight: 1, pattern: /\b(?:thousand|hundred|lakh|cents?|only|mille|cent|tausend|hundert|mil|cento)\b/i },
    { weight: -3, shape: 'amounts' },
    { weight: -2, shape: 'many-lines' },
  ],
  examples: {
    true: [
      [
        'Anna Tully',
        'PAY TO THE ORDER OF | A. Example | $ 120.00',
        'One hundred twenty and 00/100 | DOLLARS',
        'MEMO rent',
      ],
      ['BANQUE D’UTOPIE', 'Payez contre ce chèque', 'Cent vingt euros', 'à l’ordre de A. Example', 'Payable en France'],
      ['Bank of Utopia', 'Pay A. Example or bearer', 'Rupees one lakh only', 'A/C Payee'],
      ['BANCO DE UTOPIA', 'Páguese por este cheque a A. Example', 'la cantidad de | ciento veinte euros'],
      ['A vista pagate per questo assegno', 'euro | centoventi/00', 'Banca di Utopia', 'non trasferibile'],
      ['Pague por este cheque a quantia de', 'cento e vinte reais', 'Banco de Utopia'],
    ],
    false: [
      ['We no longer accept cheques', 'Please pay at the bank'],
      ['LAST WILL AND TESTAMENT', 'I leave to the order of St Anna the sum of one hundred pounds'],
    ],
  },
};
