// Tax forms and assessments.
import type { Kind } from './kind.js';

export const taxForm: Kind = {
  id: 'tax-form',
  label: 'financial',
  minWeight: 5,
  cues: [
    {
      weight: 3,
      more: 1,
      words: {
        en: 'tax return, income tax return, wage and tax statement, notice of assessment, form 1040, form w 2, form 1099, form w 9, self assessment, internal revenue service, hm revenue customs, p60, p45, form 16, individual income tax, request for taxpayer identification number, taxpayer identification number and certification, employee s withholding certificate, form w 4, form w 8 ben, form 1098, form 1095, form 941, form 1120, certificate of foreign status, tax return transcript, vat return, nonemployee compensation, council tax bill, tax assessment, formw 9, formw 2, request for taxpayer, identification number and certification',
        fr: 'avis d imposition, avis d impot, declaration des revenus, direction generale des finances publiques, taxe d habitation, taxe fonciere, impot sur le revenu, impot sur les revenus, cerfa no 2042, avis de taxe fonciere, avis d impot sur les revenus, declaration de revenus',
        de: 'einkommensteuerbescheid, steuerbescheid, einkommensteuererklarung, lohnsteuerbescheinigung, finanzamt, bescheid uber, einkommensteuer, steuererklarung, grundsteuerbescheid, umsatzsteuer voranmeldung, gewerbesteuerbescheid, kirchensteuer',
        es: 'agencia tributaria, declaracion de la renta, impuesto sobre la renta, modelo 100, certificado de retenciones, borrador',
        it: 'agenzia delle entrate, modello 730, certificazione unica, dichiarazione dei redditi, modello f24, redditi persone fisiche',
        pt: 'autoridade tributaria, declaracao de irs, imposto sobre o rendimento, demonstracao de liquidacao, receita federal, imposto de renda, informe de rendimentos',
        nl: 'belastingdienst, aanslag inkomstenbelasting, aangifte inkomstenbelasting, jaaropgaaf, jaaropgave, voorlopige aanslag',
        other:
          'urzad skarbowy, pit 37, pit 11, skatteverket, skatteetaten, skattemelding, arsopgorelse, verotuspaatos, finanzverwaltung, danove priznani',
        cjk: '纳税证明, 完税证明, 源泉徴収票, 個人所得税, 个人所得税',
      },
    },
    {
      weight: 2,
      more: 2,
      words: {
        en: 'taxable income, total income, adjusted gross income, tax year, federal income tax, wages tips other compensation, tax withheld, employer identification number, refund, filing status, tax payable, social security wages, taxpayer, backup withholding, federal tax classification, exempt payee code, under penalties of perjury, business name, limited liability company, payer s tin, recipient s tin, employer s name, tips, dependents, standard deduction, give form to the requester, social security number, give form to the, part ii certification',
        fr: 'revenu fiscal de reference, numero fiscal, revenu imposable, nombre de parts, montant de votre impot, foyer fiscal',
        de: 'zu versteuerndes einkommen, steuernummer, festgesetzte steuer, identifikationsnummer, veranlagungszeitraum, solidaritatszuschlag, bruttoarbeitslohn',
        es: 'base imponible, rendimientos del trabajo, cuota, retenciones, ejercicio, resultado de la declaracion',
        it: 'reddito complessivo, imposta netta, imponibile, codice fiscale, periodo d imposta, sostituto d imposta',
        pt: 'rendimento coletavel, rendimento global, retencoes na fonte, coleta, ano calendario, rendimentos tributaveis',
        nl: 'belastbaar inkomen, verzamelinkomen, loonheffing, te betalen bedrag, ingehouden loonheffing',
        other: 'dochod, podatek nalezny, skattepliktig, inkomst av tjanst',
      },
    },
    {
      weight: 1,
      words: {
        en: 'omb no, department of the treasury, tax, spouse',
        fr: 'impots, declarant',
        de: 'steuer, ehegatte',
        es: 'nif, contribuyente, declarante',
        it: 'contribuente, dichiarante',
        pt: 'nif, contribuinte, sujeito passivo',
        nl: 'bsn, belasting',
      },
    },
    { weight: 1, shape: 'amounts' },
  ],
  examples: {
    true: [
      ['Form 1040', 'Department of the Treasury', 'Filing status', 'Taxable income | 30,000.00'],
      ['AVIS D’IMPÔT', 'Numéro fiscal 12 34', 'Revenu fiscal de référence'],
      ['Finanzamt Utopia', 'Steuernummer 12/345/67890', 'Bescheid über Einkommensteuer'],
    ],
    false: [['TAX FREE', 'Refund point', 'Gate 12']],
  },
};
