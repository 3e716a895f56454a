// Account statements of banks and cards.
import type { Kind } from './kind.js';
import { DATED_AMOUNT } from './shapes.js';

export const bankStatement: Kind = {
  id: 'bank-statement',
  label: 'financial',
  minWeight: 5,
  cues: [
    {
      weight: 3,
      words: {
        en: 'account statement, statement of account, bank statement, statement period, account summary, account activity, transaction history, credit card statement',
        fr: 'releve de compte, releve d identite bancaire, releve bancaire, extrait de compte, releve de carte',
        de: 'kontoauszug, umsatzubersicht, kontobewegungen, finanzstatus, kreditkartenabrechnung',
        es: 'extracto de cuenta, extracto bancario, estado de cuenta, movimientos de cuenta',
        it: 'estratto conto, lista movimenti, movimenti conto',
        pt: 'extrato bancario, extrato de conta, extrato conta, extrato de movimentos',
        nl: 'rekeningafschrift, bankafschrift, rekeningoverzicht, transactieoverzicht',
        other:
          'wyciag z rachunku, wyciag bankowy, kontoutdrag, kontoutskrift, tiliote, vypis z uctu, hesap ozeti, extras de cont',
        cjk: '交易明细, 银行流水, 账户明细, 对账单, 取引明細, 預金通帳',
      },
    },
    {
      weight: 2,
      words: {
        en: 'opening balance, closing balance, previous balance, new balance, balance brought forward, balance carried forward, balance forward, available balance, beginning balance, ending balance, withdrawals, deposits',
        fr: 'ancien solde, nouveau solde, solde crediteur, solde debiteur, solde precedent',
        de: 'alter kontostand, neuer kontostand, alter saldo, neuer saldo, kontostand, habenumsatze',
        es: 'saldo anterior, saldo inicial, saldo final, saldo disponible',
        it: 'saldo iniziale, saldo finale, saldo contabile, saldo disponibile',
        pt: 'saldo anterior, saldo final, saldo inicial, saldo disponivel, saldo contabilistico',
        nl: 'beginsaldo, eindsaldo, nieuw saldo, vorig saldo, oud saldo',
        other: 'saldo poczatkowe, saldo koncowe',
      },
    },
    {
      weight: 1,
      more: 1,
      words: {
        en: 'account number, sort code, routing number, account holder, account no, account balance, account type, iban, current account, savings account, checking account',
        fr: 'numero de compte, code banque, titulaire du compte, rib',
        de: 'kontonummer, kontoinhaber, bankleitzahl, blz',
        es: 'numero de cuenta, titular de la cuenta, entidad',
        it: 'numero conto, intestatario, coordinate bancarie',
        pt: 'numero de conta, titular da conta, nib, agencia',
        nl: 'rekeningnummer, rekeninghouder',
        other: 'iban, bic, swift',
      },
    },
    {
      weight: 1,
      words: {
        en: 'transactions, debit, credit, debits, credits, cheque, transfer, balance, value date, posting date, money in, money out, paid in, paid out, direct debit, standing order, interest',
        fr: 'debit, credit, date valeur, virement, prelevement',
        de: 'buchungstag, wertstellung, lastschrift, gutschrift, dauerauftrag, verwendungszweck',
        es: 'fecha valor, cargo, abono, transferencia, recibo domiciliado, concepto',
        it: 'data valuta, data contabile, addebito, accredito, bonifico',
        pt: 'data valor, debito, credito, transferencia, descricao',
        nl: 'boekdatum, afschrijving, bijschrijving, af bij, valutadatum',
      },
    },
    { weight: 2, pattern: DATED_AMOUNT, times: 4 },
    { weight: 1, shape: 'amounts' },
    {
      weight: 1,
      words: { en: 'bank, banking', fr: 'banque', de: 'sparkasse, volksbank', es: 'banco', it: 'banca', pt: 'banco' },
    },
  ],
  examples: {
    true: [
      [
        'BANK OF UTOPIA',
        'Account statement',
        'Opening balance | 120.50',
        '03/02 Salary | 900.00',
        '05/02 Rent | 600.00',
        'Closing balance | 420.50',
      ],
      [
        'KONTOAUSZUG',
        'Kontonummer 123456',
        'Buchungstag | Wertstellung | Betrag',
        'Miete | 600,00',
        'Neuer Kontostand | 420,50',
      ],
      ['RELEVE DE COMPTE', 'Ancien solde', 'Virement', 'Nouveau solde'],
    ],
    false: [['Open your bank account with us', 'No fees for students', 'Bank of Utopia']],
  },
};
