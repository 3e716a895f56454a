// Banking: the balance and the transactions of an account. A statement with clear words is a
// financial document instead.
import type { Screen } from '../kinds/kind.js';

export const banking: Screen = {
  id: 'banking',
  minWeight: 5,
  cues: [
    {
      weight: 3,
      words: {
        en: 'available balance, account balance, current balance, current account, checking account, savings account, recent transactions, total balance, my accounts, online banking, mobile banking, standing orders, direct debits, spent today, pending transactions',
        fr: 'solde disponible, solde du compte, compte courant, compte cheque, livret a, dernieres operations, mes comptes, banque en ligne, prelevements, operations a venir',
        de: 'verfugbarer betrag, kontostand, girokonto, tagesgeld, tagesgeldkonto, letzte umsatze, finanzubersicht, onlinebanking, online banking, dauerauftrage, lastschriften, vorgemerkte umsatze, umsatze',
        es: 'saldo disponible, saldo actual, cuenta corriente, cuenta de ahorro, ultimos movimientos, mis cuentas, banca online, banca movil, domiciliaciones, movimientos',
        it: 'saldo disponibile, saldo contabile, conto corrente, conto di risparmio, ultimi movimenti, i miei conti, home banking, addebiti diretti, movimenti',
        pt: 'saldo disponivel, saldo atual, conta corrente, conta a ordem, conta poupanca, ultimos movimentos, as minhas contas, minhas contas, debitos diretos, extrato',
        nl: 'beschikbaar saldo, huidig saldo, betaalrekening, spaarrekening, laatste transacties, mijn rekeningen, internetbankieren, mobiel bankieren, automatische incasso',
      },
    },
    {
      weight: 2,
      words: {
        en: 'balance, transfer, transactions, payee, payees, card payment, pending, overdraft, send money, request money, top up, add money',
        fr: 'solde, virement, virements, operations, beneficiaire, paiement par carte, en attente, decouvert, envoyer de l argent',
        de: 'saldo, uberweisung, uberweisen, empfanger, kartenzahlung, vorgemerkt, dispo, geld senden',
        es: 'saldo, transferencia, transferencias, transacciones, beneficiario, pago con tarjeta, pendiente, enviar dinero, bizum',
        it: 'saldo, bonifico, bonifici, transazioni, beneficiario, pagamento con carta, in sospeso, invia denaro',
        pt: 'saldo, transferencia, transferencias, transacoes, beneficiario, pagamento com cartao, pendente, enviar dinheiro, mb way, pix',
        nl: 'saldo, overschrijving, overboeken, overmaken, transacties, begunstigde, pinbetaling, in behandeling, betaalverzoek',
      },
    },
    // Amounts with a sign or a currency, as in lists of transactions.
    {
      weight: 2,
      pattern:
        /(?:^|\s)(?:[-+–−]\s?)?(?:[€$£]|EUR|USD|GBP|CHF|R\$)\s?[-+–−]?\d|\d[.,]\d{2}\s?(?:[€$£]|EUR|USD|GBP|CHF)/,
      times: 2,
    },
    { weight: 1, pattern: /(?:^|\s)[-+–−]\s?[€$£]?\s?\d[\d.,]*[.,]\d{2}/, times: 2 },
    { weight: 1, pattern: /\b[A-Z]{2}\d{2}(?:\s?[\dA-Z]{4}){3}|[*•.x]{2,4}\s?\d{4}\b/ },
    { weight: 1, shape: 'amounts' },
  ],
  examples: {
    true: [
      [
        'Current account',
        'Available balance',
        '€ 1,204.50',
        'Recent transactions',
        'Bakery | -€3.20',
        'Bookshop | -€18.00',
      ],
      ['Solde disponible', '1 204,50 €', 'Boulangerie | - 3,20 €', 'Librairie | - 18,00 €', 'Virement'],
      ['Girokonto', 'Kontostand', '1.204,50 €', 'Bäckerei | -3,20 €', 'Überweisung'],
      ['Cuenta corriente', 'Saldo disponible', '1.204,50 €', 'Panadería | -3,20 €', 'Transferencia'],
      ['Conto corrente', 'Saldo disponibile', '1.204,50 €', 'Panificio | -3,20 €', 'Bonifico'],
      ['Conta à ordem', 'Saldo disponível', '1.204,50 €', 'Padaria | -3,20 €', 'Transferência'],
      ['Betaalrekening', 'Beschikbaar saldo', '€ 1.204,50', 'Bakker | -€ 3,20', 'Overmaken'],
    ],
    false: [
      ['Shoes', '€ 59.00', 'Coat', '€ 120.00', 'Add to basket'],
      ['Balance bike', 'For children from two years', '€ 59.00'],
      ['Transfer to terminal 2', 'Gate 14', '10:45'],
    ],
  },
};
