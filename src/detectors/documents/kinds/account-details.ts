// The numbers of a bank account on a paper of their own: a RIB, a bank's confirmation, direct
// debits.
import type { Kind } from './kind.js';

export const accountDetails: Kind = {
  id: 'account-details',
  label: 'financial',
  minWeight: 5,
  maxCharacters: 1500,
  cues: [
    {
      weight: 3,
      words: {
        en: 'account details, bank details, bank account details, direct deposit, wire instructions, wire transfer instructions, direct debit mandate, sepa direct debit mandate, account verification letter, bank confirmation, standing order, instruction to your bank, voided check',
        fr: 'releve d identite bancaire, identite bancaire, rib, coordonnees bancaires, mandat de prelevement sepa, mandat de prelevement',
        de: 'bankverbindung, kontodaten, sepa lastschriftmandat, kontobestatigung, einzugsermachtigung, kontoverbindung',
        es: 'datos bancarios, certificado de titularidad, titularidad de cuenta, orden de domiciliacion, domiciliacion bancaria, clabe, mandato sepa',
        it: 'coordinate bancarie, mandato sepa, addebito diretto, attestazione di conto',
        pt: 'dados bancarios, comprovativo de iban, autorizacao de debito, dados da conta, identificacao bancaria',
        nl: 'bankgegevens, rekeninggegevens, machtiging, doorlopende machtiging sepa, bevestiging rekeningnummer',
        other: 'numer rachunku, bankovni spojeni, kontonummer, dane do przelewu',
      },
    },
    {
      weight: 2,
      more: 2,
      words: {
        en: 'account number, sort code, routing number, account holder, account name, beneficiary, swift code, iban, bic, swift, aba, branch, account type, beneficiary bank, creditor identifier',
        fr: 'code banque, code guichet, cle rib, domiciliation, titulaire du compte, numero de compte, iban, bic, no de compte, guichet, titulaire',
        de: 'kontoinhaber, kontonummer, bankleitzahl, blz, iban, bic, kreditinstitut, glaubiger identifikationsnummer, mandatsreferenz',
        es: 'titular, numero de cuenta, oficina, entidad, iban, bic, sucursal',
        it: 'intestatario, abi, cab, cin, iban, bic, filiale, numero conto',
        pt: 'titular, nib, iban, bic, agencia, conta, numero de conta',
        nl: 'rekeninghouder, rekeningnummer, iban, bic, tenaamstelling, incassant id',
      },
    },
    { weight: 2, pattern: /\b[A-Z]{2}\d{2}(?:[ .]?[\dA-Z]{4}){3,7}(?:[ .]?[\dA-Z]{1,3})?\b/ },
    { weight: 1, pattern: /(?<!\d)\d{5}\s+\d{5}\s+[\dA-Z]{11}\s+\d{2}(?!\d)|(?<!\d)\d{2}-\d{2}-\d{2}(?!\d)/ },
    {
      weight: 1,
      words: {
        en: 'bank',
        fr: 'banque, credit mutuel, la banque postale, caisse d epargne, societe generale',
        de: 'bank, sparkasse, volksbank',
        es: 'banco, caja',
        it: 'banca, banco',
        pt: 'banco, caixa',
        nl: 'bank',
      },
    },
    { weight: -3, shape: 'amounts' },
    {
      weight: -2,
      words: {
        en: 'invoice, due date, bill to, amount due',
        fr: 'facture, date d echeance, total ttc',
        de: 'rechnung, zahlbar bis, gesamtbetrag, rechnungsnummer',
        es: 'factura, vencimiento',
        it: 'fattura, scadenza',
        pt: 'fatura, vencimento',
        nl: 'factuur, vervaldatum',
      },
    },
  ],
  examples: {
    true: [
      [
        "RELEVE D'IDENTITE BANCAIRE",
        'Titulaire du compte | Anna Tully',
        'Code banque | Code guichet | N° de compte | Clé RIB',
        '30002 00550 0000157841Z 25',
      ],
      [
        'Bank of Utopia',
        'Account details',
        'Account holder Anna Tully',
        'Sort code 00-00-00',
        'Account number 00012345',
      ],
      ['Bankverbindung', 'Kontoinhaber: Anna Tully', 'IBAN: UT00 0000 0000 0000 0000 00', 'BIC: UTOPUTXX'],
      ['Certificado de titularidad', 'Titular: Anna Tully', 'Entidad | Oficina', 'IBAN'],
      ['COORDINATE BANCARIE', 'Intestatario | Anna Tully', 'ABI 01234 | CAB 56789'],
      ['Comprovativo de IBAN', 'Titular | Anna Tully', 'NIB 0000'],
      ['Bankgegevens', 'Tenaamstelling: A. Tully', 'IBAN: UT00 UTOP 0000 0000 00', 'BIC'],
    ],
    false: [
      ['BANK', 'Open an account with us', 'No fees'],
      ['RIB EYE STEAK', 'with chips'],
      ['Branch office', 'Bank'],
    ],
  },
};
