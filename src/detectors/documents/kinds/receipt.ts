// Receipts from tills, restaurants, petrol stations and card terminals.
import type { Kind } from './kind.js';
import { DATED_AMOUNT } from './shapes.js';

export const receipt: Kind = {
  id: 'receipt',
  label: 'receipt',
  minWeight: 5,
  maxCharacters: 3000,
  cues: [
    {
      weight: 2,
      words: {
        en: 'total, grand total, total due, amount, total sales, subtotal, sub total, net total, total amount, balance due, total rm, total usd, total gbp, nett total, total payable, amount paid, bal, gross amt, net amt',
        fr: 'total, total ttc, montant, sous total, total a payer, montant reel, total eur, net a payer',
        de: 'summe, gesamt, gesamtbetrag, betrag, zwischensumme, summe eur, total, zu zahlen',
        es: 'total, importe, total a pagar, importe total, total compra, subtotal',
        it: 'totale, totale complessivo, importo, totale euro, importo pagato, subtotale',
        pt: 'total, total a pagar, valor total, valor pago, subtotal, total r',
        nl: 'totaal, te betalen, totaal eur, bedrag, subtotaal',
        other: 'suma, razem, summa, sum, yhteensa, celkem, toplam, total lei, jumlah, i alt',
        cjk: '合计, 合計, 小计, 小計, 总计, 總計, 应收, 实收金额, 实收',
      },
    },
    {
      weight: 3,
      words: {
        en: 'cash, change, tender, tendered, cash tendered, change due, cashier, goods sold are not, come again, round adj, rounding, rounding adjustment, approval code, auth code, cardholder copy, customer copy, merchant copy, amount tendered, items sold, item count, you saved, cash received, your server, server, table no, pump, cover, covers, void, clerk, operator, till',
        fr: 'especes, rendu, rendu monnaie, caisse, caissier, ticket client, ticket de caisse, merci de votre visite, carte bancaire, a bientot, nombre d articles, couverts, servi par, cb sans contact, ticket a conserver',
        de: 'bar, ruckgeld, gegeben, kasse, kassierer, kassenbon, beleg nr, kundenbeleg, kartenzahlung, es bediente sie, bon nr, tse, vielen dank fur ihren einkauf, ec karte, handlerbeleg, tisch',
        es: 'efectivo, cambio, caja, cajero, entregado, gracias por su visita, gracias por su compra, factura simplificada, le atendio, mesa, camarero, copia cliente',
        it: 'contanti, resto, cassa, scontrino, documento commerciale, scontrino fiscale, pagamento contante, pagamento elettronico, arrivederci, operatore, coperti, tavolo',
        pt: 'troco, dinheiro, caixa, operador, fatura simplificada, cupom fiscal, obrigado pela visita, obrigado pela preferencia, multibanco, talao, mesa, numerario',
        nl: 'contant, wisselgeld, kassa, kassabon, bon nr, pinnen, klantticket, bedankt en tot ziens, u bent geholpen door, tafel, betaald met',
        other:
          'gotowka, reszta, paragon fiskalny, kontant, vaxel, byttepenge, kassakvitto, kvitto, kvittering, kuitti, kateinen, takaisin, hotove, nakit, para ustu, bon fiscal, baki, tunai, kembali',
        cjk: '找零, 现金, 現金, 收银员, 收銀員, 領収書, 领收书, 收据, 微信支付, 支付宝, お釣, お預',
      },
    },
    {
      weight: 2,
      words: {
        en: 'receipt, sales receipt, receipt no, receipt number, bill no, check no, trans no, transaction, order no, sales slip, tax invoice, cash bill, cash sales, simplified tax invoice, gst summary, doc no, slip no, salesperson, document no',
        fr: 'ticket, ticket no, recu, facturette, note',
        de: 'quittung, beleg, bon, rechnung',
        es: 'recibo, ticket no, tique, n ticket, factura simplificada',
        it: 'ricevuta, scontrino n, documento n',
        pt: 'recibo, fatura recibo, nfc e, extrato no',
        nl: 'bon, kassabon, ticket',
        other: 'paragon, kvittering, uctenka, fis no, resit',
      },
    },
    {
      weight: 1,
      words: {
        en: 'qty, price, item, gst, vat, sales tax, tax, discount, service charge, sr, zrl, incl, tip, gratuity, pcs, gst reg no, gst id, u price, disc',
        fr: 'tva, dont tva, ttc, remise, qte, pu, siret',
        de: 'mwst, mehrwertsteuer, netto, brutto, rabatt, stk, inkl, ust id, steuer nr',
        es: 'iva, base imponible, cif, nif, descuento, uds, iva incluido',
        it: 'iva, di cui iva, sconto, p iva, qta',
        pt: 'iva, nif, desconto, contribuinte, cnpj, qtd',
        nl: 'btw, korting, aantal, incl btw',
        other: 'ptu, moms, mva, alv, dph, kdv, tva, pvm',
      },
    },
    {
      weight: 1,
      words: {
        en: 'thank you, thanks, visa, mastercard, debit card, credit card, please, welcome, contactless',
        fr: 'merci, a bientot, bienvenue',
        de: 'vielen dank, danke, auf wiedersehen',
        es: 'gracias',
        it: 'grazie, arrivederci',
        pt: 'obrigado, volte sempre',
        nl: 'bedankt, tot ziens',
        other: 'tack, takk, kiitos, dziekujemy, dekujeme, tesekkurler, terima kasih, multumim',
      },
    },
    { weight: 1, shape: 'amounts' },
    // The code of the tax rate after each price.
    { weight: 2, pattern: /\d[.,]\d{2}\s?(?:[A-Z]{1,3}|\*)$/, times: 3 },
    { weight: 1, shape: 'strip' },
    {
      weight: 1,
      pattern:
        /(?<!\d)\d{1,4}[./-]\d{1,2}[./-](?:(?:19|20)\d\d|\d{2,4}(?!\d))|(?<!\d)(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?/,
    },
    { weight: -2, shape: 'running-text' },
    // On a statement, each amount has its own date.
    { weight: -3, pattern: DATED_AMOUNT, times: 4 },
  ],
  examples: {
    true: [
      [
        'CORNER SHOP',
        '03/02/2026 14:05',
        'Milk | 1.20',
        'Bread | 2.10',
        'TOTAL | 3.30',
        'CASH | 5.00',
        'CHANGE | 1.70',
      ],
      [
        'SUPERMARCHE UTOPIE',
        'Pain | 1,20',
        'Lait | 0,99',
        'TOTAL | 2,19',
        'CB SANS CONTACT | 2,19',
        'Merci de votre visite',
      ],
      ['Backerei Utopia', 'Brot | 3,20', 'SUMME EUR | 3,20', 'Bar | 5,00', 'Rückgeld | 1,80', 'MwSt 7%'],
      [
        'KEDAI UTOPIA SDN BHD',
        'TAX INVOICE',
        'Qty | Price',
        '2 | 4.00',
        'Total RM | 8.00',
        'Rounding | 0.00',
        'Cash | 10.00',
      ],
      ['SNACKS OF UTOPIA', '09/03/202621:28', 'Till 01 | 149.00', '21.00', 'CASH | 170.00'],
      ['BAR UTOPIA', 'DOCUMENTO COMMERCIALE', 'Caffe | 1,20', 'TOTALE COMPLESSIVO | 1,20', 'Contanti | 1,20'],
      ['TICKET', 'Mesa 4', 'Cana | 1,50', 'Tapa | 2,50', 'Total | 4,00', 'Efectivo | 5,00', 'Gracias por su visita'],
    ],
    false: [
      [
        'INVOICE',
        'Bill to: Anna Tully',
        'Payment terms 30 days',
        'Widgets | 120.00',
        'Total | 120.00',
        'Due date 15/04/2026',
        'Bank details',
      ],
      ['PIZZA MENU', 'Margherita | 8.50', 'Funghi | 9.50', 'Capricciosa | 10.50'],
      ['CASH POINT', '24 hours'],
    ],
  },
};
