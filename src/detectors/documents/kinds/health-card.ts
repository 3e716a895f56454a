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
        en: 'health insurance card, european health insurance, health card, medical card, insurance card, medicare, medicaid, health plan, health insurance, blue cross, unitedhealthcare, medicare health insurance, medicare number, member card, dental plan, health benefits',
        fr: 'carte vitale, carte europeenne d assurance maladie, assurance maladie, carte de mutuelle, tiers payant, carte sante, carte d assurance maladie, vitale, mutuelle',
        de: 'gesundheitskarte, versichertenkarte, krankenkasse, krankenversicherung, krankenversicherungskarte, europaische krankenversicherungskarte, die gesundheitskasse, techniker krankenkasse, barmer',
        es: 'tarjeta sanitaria, tarjeta sanitaria europea, seguridad social, servicio de salud',
        it: 'tessera sanitaria, tessera europea di assicurazione malattia, servizio sanitario',
        pt: 'cartao nacional de saude, cartao de saude, cartao sus, cartao europeu de seguro de doenca, cartao de utente, plano de saude',
        nl: 'zorgpas, zorgverzekering, europese gezondheidskaart, zorgverzekeraar, polisnummer',
        other:
          'karta ubezpieczenia, ekuz, sundhedskort, helsetrygdkort, sjukforsakringskort, kela kortti, europejska karta ubezpieczenia',
        cjk: '社会保障卡, 健康保険証, 被保険者証, 全民健康保險, 医保卡, 健保卡',
      },
    },
    {
      weight: 2,
      more: 3,
      words: {
        en: 'member id, member name, member number, member no, subscriber, group number, group no, group id, rxbin, rx bin, rxgrp, rx grp, rxpcn, copay, co pay, deductible, payer id, plan type, primary care, pcp, policy number, insured, coverage, ppo, hmo, office visit, nhs number, grp, member, coinsurance, oop max, specialist visit, effective date, entitled to, hospital part a, medical part b, spc, er, plan, id no, dependent, network',
        fr: 'numero de securite sociale, no adherent, numero d adherent, beneficiaire, assure, regime, numero d identification personnel, numero d identification de la carte, numero d identification de l institution, no de securite sociale, emise le, nom d usage, organisme de rattachement, medecin traitant',
        de: 'versichertennummer, kennnummer, versicherung, versicherter, institutionskennzeichen, krankenversichertennummer, versicherten nr, kv nummer, kennnummer des tragers, kennnummer der karte, personliche kennnummer',
        es: 'numero de afiliacion, cip, asegurado, no de poliza, titular, numero de identificacion personal, numero de identificacion de la institucion, nuss',
        it: 'codice fiscale, numero di identificazione della tessera, numero di identificazione dell istituzione, numero identificazione personale',
        pt: 'numero de utente, beneficiario, no do cartao, numero de identificacao pessoal',
        nl: 'verzekerdennummer, relatienummer, klantnummer, uzovi, persoonlijk identificatienummer, identificatienummer van de instelling',
      },
    },
    {
      weight: 2,
      words: {
        en: 'personal identification number, identification number of the institution, emergency room, specialist, pharmacy, customer service, providers, dependents, effective date',
      },
    },
    // The French social security number, in its groups; the Medicare number of the United States.
    { weight: 2, pattern: /(?<!\d)[12]\s?\d\d\s?(?:0[1-9]|1[0-2])\s?\d[\dAB]\s?\d{3}\s?\d{3}(?:\s?\d\d)?(?!\d)/ },
    { weight: 2, pattern: /\b[1-9][A-Z][A-Z\d]\d-?[A-Z][A-Z\d]\d-?[A-Z]{2}\d\d\b/ },
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
      ['vitale', 'ANNA TULLY', '2 74 08 99 123 456 78', 'émise le 12/03/2020'],
      ['EUROPÄISCHE KRANKENVERSICHERUNGSKARTE', '3 Name', '5 Geburtsdatum', '6 Persönliche Kennnummer'],
      ['Utopia Choice POS', 'Member: ANNA TULLY', 'GRP: 123456', 'RXBIN# 610502', 'PCP $20 SPC $40 ER $150'],
      ['UTOPIA HEALTH PLAN', 'Member ID: XYZ123456789', 'Group Number: 98765', 'RxBIN 610014', 'Office visit $15'],
      ['EUROPEAN HEALTH INSURANCE CARD', 'TULLY', 'ANNA', '12/08/1974', 'Identification number of the institution'],
      ['Gesundheitskarte', 'Anna Tully', 'Versicherung 109500969', 'Versichertennummer A123456780'],
    ],
    false: [['Ask your health insurance', 'Flu shots here from Monday', 'Second floor']],
  },
};
