// Health cards and health insurance cards.
import type { Kind } from './kind.js';
import { BIRTH, NAME_WORDS, VALIDITY } from './person-words.js';

export const healthCard: Kind = {
  id: 'health-card',
  label: 'membership-card',
  minWeight: 5,
  maxCharacters: 1200,
  cues: [
    {
      weight: 3,
      words: {
        en: 'health insurance card, european health insurance, health card, medical card, insurance card, medicare, medicaid, health plan, health insurance, blue cross, unitedhealthcare',
        fr: 'carte vitale, carte europeenne d assurance maladie, assurance maladie, carte de mutuelle, tiers payant, carte sante',
        de: 'gesundheitskarte, versichertenkarte, krankenkasse, krankenversicherung, krankenversicherungskarte',
        es: 'tarjeta sanitaria, tarjeta sanitaria europea, seguridad social, servicio de salud',
        it: 'tessera sanitaria, tessera europea di assicurazione malattia, servizio sanitario',
        pt: 'cartao nacional de saude, cartao de saude, cartao sus, cartao europeu de seguro de doenca, cartao de utente, plano de saude',
        nl: 'zorgpas, zorgverzekering, europese gezondheidskaart, zorgverzekeraar, polisnummer',
        other:
          'karta ubezpieczenia, ekuz, sundhedskort, helsetrygdkort, sjukforsakringskort, kela kortti, europejska karta ubezpieczenia',
      },
    },
    {
      weight: 2,
      words: {
        en: 'member id, member name, member number, member no, subscriber, group number, group no, group id, rxbin, rx bin, rxgrp, rx grp, rxpcn, copay, co pay, deductible, payer id, plan type, primary care, pcp, policy number, insured, coverage, ppo, hmo, office visit, nhs number',
        fr: 'numero de securite sociale, no adherent, numero d adherent, beneficiaire, assure, regime',
        de: 'versichertennummer, kennnummer, versicherung, versicherter, institutionskennzeichen, krankenversichertennummer',
        es: 'numero de afiliacion, cip, asegurado, no de poliza, titular',
        it: 'codice fiscale, numero di identificazione della tessera',
        pt: 'numero de utente, beneficiario, no do cartao',
        nl: 'verzekerdennummer, relatienummer, klantnummer, uzovi',
      },
    },
    {
      weight: 2,
      words: {
        en: 'personal identification number, identification number of the institution, emergency room, specialist, pharmacy, customer service, providers, dependents, effective date',
      },
    },
    BIRTH,
    NAME_WORDS,
    VALIDITY,
    {
      weight: 1,
      words: {
        en: 'insurance, health, medical, dental, vision',
        fr: 'sante',
        de: 'gesundheit',
        es: 'salud',
        it: 'salute',
        pt: 'saude',
        nl: 'zorg',
      },
    },
  ],
  examples: {
    true: [
      ['UTOPIA HEALTH PLAN', 'Member ID: XYZ123456789', 'Group Number: 98765', 'RxBIN 610014', 'Office visit $15'],
      ['EUROPEAN HEALTH INSURANCE CARD', 'TULLY', 'ANNA', '12/08/1974', 'Identification number of the institution'],
      ['Gesundheitskarte', 'Anna Tully', 'Versicherung 109500969', 'Versichertennummer A123456780'],
    ],
    false: [['Ask your health insurance', 'Flu shots here from Monday', 'Second floor']],
  },
};
