// Pay slips.
import type { Kind } from './kind.js';

export const paySlip: Kind = {
  id: 'pay-slip',
  label: 'financial',
  minWeight: 5,
  cues: [
    {
      weight: 3,
      words: {
        en: 'payslip, pay slip, pay stub, earnings statement, salary slip, pay advice, wage slip, pay statement, statement of earnings, payroll, statement of wages, remuneration statement, wage statement, leave and earnings statement, employee pay, earning statement',
        fr: 'bulletin de paie, bulletin de salaire, fiche de paie, bulletin de paye',
        de: 'lohnabrechnung, gehaltsabrechnung, entgeltabrechnung, verdienstabrechnung, bezugemitteilung, entgeltnachweis, lohnzettel, abrechnung der brutto netto bezuge, bezugeabrechnung, gehaltszettel, verdienstbescheinigung, brutto netto abrechnung',
        es: 'recibo de salarios, recibo individual, hoja de salario, recibo de nomina, nomina, liquidacion de sueldo, recibo de haberes',
        it: 'busta paga, cedolino paga, prospetto paga, cedolino, libro unico del lavoro',
        pt: 'recibo de vencimento, recibo de vencimentos, holerite, contracheque, demonstrativo de pagamento',
        nl: 'loonstrook, salarisspecificatie, salarisstrook, loonspecificatie, loonfiche',
        other:
          'pasek wynagrodzenia, lonnsslipp, lonespecifikation, lonseddel, palkkalaskelma, lonebesked, vyplatni paska, maas bordrosu, fluturas de salariu',
        cjk: '工资单, 工资条, 給与明細, 給与明細書, 薪資單',
      },
    },
    {
      weight: 2,
      more: 2,
      words: {
        en: 'gross pay, net pay, net salary, gross salary, basic salary, basic pay, total earnings, total deductions, take home pay, gross earnings, net payment, net wages, gross wages, current pay, net amount, pay rate, regular hours, direct deposit, payment method bacs',
        fr: 'salaire brut, net a payer, net imposable, salaire de base, net paye, montant net, salaire net, total brut, total cotisations, net a payer avant impot, impot sur le revenu preleve a la source, prelevement a la source',
        de: 'gesamtbrutto, steuerbrutto, nettoverdienst, auszahlungsbetrag, bruttolohn, nettolohn, grundgehalt, gesetzliches netto, bruttobezuge, netto verdienst, auszahlung, brutto bezug, lohnsteuer, netto, abrechnung der brutto netto bezuge',
        es: 'total devengado, liquido a percibir, salario base, total a deducir, devengos, sueldo base, total a percibir, liquido, neto a pagar, total deducciones, total devengos',
        it: 'netto del mese, netto in busta, totale competenze, totale trattenute, paga base, retribuzione, totale netto, retribuzione lorda, netto da pagare, competenze',
        pt: 'vencimento base, salario base, total liquido, total de vencimentos, salario liquido, total de descontos, valor liquido, liquido a receber, total de abonos, remuneracao',
        nl: 'brutoloon, nettoloon, netto uitbetaling, bruto salaris, netto salaris, uit te betalen, netto loon, bruto loon, totaal netto',
        other: 'wynagrodzenie zasadnicze, do wyplaty, bruttolon, nettolon',
      },
    },
    {
      weight: 1,
      more: 2,
      words: {
        en: 'deductions, employee no, employee number, tax code, national insurance, ytd, year to date, overtime, pay period, pay date, fica, social security, hourly rate, federal tax, epf, employer, department, pay type, hours, rate, medicare, state tax, retirement, 401 k, paye, ni number, tax period, pension, ni, process date, employee, net pay',
        fr: 'cotisations, employeur, matricule, urssaf, heures supplementaires, conges payes, csg, emploi',
        de: 'lohnsteuer, steuerklasse, solidaritatszuschlag, sv nummer, krankenversicherung, rentenversicherung, personalnummer, personal nr',
        es: 'irpf, deducciones, antiguedad, seguridad social, cotizacion, trabajador, empresa',
        it: 'irpef, inps, trattenute, contributi, tfr, livello, dipendente',
        pt: 'irs, seguranca social, subsidio de alimentacao, descontos, inss, irrf, fgts',
        nl: 'loonheffing, werkgever, werknemer, vakantiegeld, pensioen, premie, heffingskorting',
      },
    },
    { weight: 1, shape: 'amounts' },
  ],
  examples: {
    true: [
      [
        'PAYSLIP',
        'Employee No 123 | Tax code 1257L',
        'Basic pay | 2,000.00',
        'National Insurance | 120.00',
        'Net pay | 1,700.00',
      ],
      ['BULLETIN DE PAIE', 'Salaire de base', 'Cotisations', 'Net à payer'],
      ['Entgeltabrechnung', 'Steuerklasse 1', 'Gesamtbrutto | 3.000,00', 'Auszahlungsbetrag | 2.000,00'],
    ],
    false: [
      ['What is a good salary?', 'We compare gross pay and net pay in ten countries for you and for your employer'],
    ],
  },
};
