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
        en: 'payslip, pay slip, pay stub, earnings statement, salary slip, pay advice, wage slip, pay statement, statement of earnings',
        fr: 'bulletin de paie, bulletin de salaire, fiche de paie, bulletin de paye',
        de: 'lohnabrechnung, gehaltsabrechnung, entgeltabrechnung, verdienstabrechnung, bezugemitteilung, entgeltnachweis, lohnzettel',
        es: 'recibo de salarios, recibo individual, hoja de salario, recibo de nomina, nomina, liquidacion de sueldo, recibo de haberes',
        it: 'busta paga, cedolino paga, prospetto paga, cedolino, libro unico del lavoro',
        pt: 'recibo de vencimento, recibo de vencimentos, holerite, contracheque, demonstrativo de pagamento',
        nl: 'loonstrook, salarisspecificatie, salarisstrook, loonspecificatie, loonfiche',
        other:
          'pasek wynagrodzenia, lonnsslipp, lonespecifikation, lonseddel, palkkalaskelma, lonebesked, vyplatni paska, maas bordrosu, fluturas de salariu',
      },
    },
    {
      weight: 2,
      words: {
        en: 'gross pay, net pay, net salary, gross salary, basic salary, basic pay, total earnings, total deductions, take home pay, gross earnings, net payment',
        fr: 'salaire brut, net a payer, net imposable, salaire de base, net paye, montant net',
        de: 'gesamtbrutto, steuerbrutto, nettoverdienst, auszahlungsbetrag, bruttolohn, nettolohn, grundgehalt, gesetzliches netto, bruttobezuge',
        es: 'total devengado, liquido a percibir, salario base, total a deducir, devengos, sueldo base',
        it: 'netto del mese, netto in busta, totale competenze, totale trattenute, paga base, retribuzione',
        pt: 'vencimento base, salario base, total liquido, total de vencimentos, salario liquido, total de descontos',
        nl: 'brutoloon, nettoloon, netto uitbetaling, bruto salaris, netto salaris, uit te betalen',
        other: 'wynagrodzenie zasadnicze, do wyplaty, bruttolon, nettolon',
      },
    },
    {
      weight: 1,
      words: {
        en: 'deductions, employee no, employee number, tax code, national insurance, ytd, year to date, overtime, pay period, pay date, fica, social security, hourly rate, federal tax, epf, employer',
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
