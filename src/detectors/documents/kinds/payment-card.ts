// Payment cards whose number was not read, by the words that issuers print.
import type { Kind } from './kind.js';

export const paymentCard: Kind = {
  id: 'payment-card',
  label: 'payment-card',
  minWeight: 5,
  maxCharacters: 700,
  cues: [
    {
      weight: 3,
      words: {
        en: 'authorized signature, authorised signature, not valid unless signed, signature not valid unless, this card is the property of, this card remains the property, use of this card, issued by bank pursuant to license',
        fr: 'signature autorisee, signature du titulaire, carte strictement personnelle, non valable sans signature',
        de: 'unterschrift des karteninhabers, nur gultig mit unterschrift, diese karte ist eigentum, nicht ubertragbar',
        es: 'firma autorizada, no valida sin firma, esta tarjeta es propiedad',
        it: 'firma autorizzata, firma del titolare, non valida senza firma',
        pt: 'assinatura autorizada, nao e valido sem assinatura, este cartao e propriedade',
        nl: 'handtekening kaarthouder, handtekening, deze pas is eigendom',
      },
    },
    {
      weight: 2,
      words: {
        en: 'valid thru, good thru, expires end, month year, valid from, cardholder, card holder, card member, member since, security code, cvv, cvc, cvv2, cvc2',
        fr: 'expire a fin, expire fin, date d expiration, titulaire, cryptogramme',
        de: 'gultig bis, karteninhaber, prufziffer',
        es: 'valida hasta, valido hasta, titular, codigo de seguridad',
        it: 'valida fino a, titolare, scadenza',
        pt: 'valido ate, titular, codigo de seguranca',
        nl: 'geldig tot, kaarthouder, pasnummer',
      },
    },
    {
      weight: 2,
      words: {
        en: 'visa, mastercard, master card, maestro, american express, amex, discover, diners club, unionpay, jcb, cirrus, v pay, rupay, bancontact, carte bleue, girocard, interac, multibanco, troy, mir, elo, verve',
      },
    },
    {
      weight: 1,
      words: {
        en: 'debit, credit, bank, prepaid, platinum, gold, business, world elite, contactless, electronic use only',
        fr: 'banque, credit agricole, societe generale, la banque postale, paiement, retrait',
        de: 'sparkasse, volksbank, kreditkarte',
        es: 'banco, caja, credito, debito',
        it: 'banca, credito, bancomat',
        pt: 'banco, credito, debito, caixa',
        nl: 'rabobank, betaalpas, ing, abn amro',
      },
    },
    { weight: 2, pattern: /^\s*(?:[\dX*•]{4}[ .·-]?){3}[\dX*•]{4}\s*$/i },
    { weight: 1, pattern: /(?<!\d)(?:0[1-9]|1[0-2])\s?\/\s?\d\d(?!\d)/ },
    {
      weight: 1,
      words: {
        en: 'lost or stolen, if found, please return, customer service',
        fr: 'perte ou vol, opposition',
        de: 'kartensperre, sperr notruf',
        es: 'robo o extravio, atencion al cliente',
        it: 'furto o smarrimento, servizio clienti',
        pt: 'perda ou roubo, central de atendimento',
        nl: 'verlies of diefstal',
      },
    },
    // What a hand or a wallet leaves to see: a name in capitals, the last group of the number.
    { weight: 1, pattern: /^\p{Lu}[\p{Lu}'.-]+(?: \p{Lu}[\p{Lu}'.-]*){1,3}$/u },
    { weight: 1, pattern: /^(?:\d{4}[ .·-]?){1,3}$/ },
    { weight: 1, shape: 'few-lines' },
    { weight: -3, shape: 'amounts' },
    { weight: -3, shape: 'many-lines' },
  ],
  examples: {
    true: [
      ['BANCO DE UTOPIA', 'Debito', 'VALIDO HASTA 12/29', 'VISA', 'A N OTHER'],
      ['VISA', 'ANNA TULLY', '11/29', '6467'],
      ['Sparkasse Utopia', 'girocard | maestro', 'Gültig bis 12/28'],
    ],
    false: [
      ['VISA', 'MASTERCARD', 'accepted here'],
      ['VISA', 'MASTERCARD ACCEPTED HERE', 'OPEN 24/7'],
      ['Sandwich 4.50', 'Coffee 2.80', 'Tea 2.60', 'TOTAL 9.90', 'VISA DEBIT', 'Cardholder copy'],
    ],
  },
};
