// Pictures of a scanner or an ultrasound device, by what is burnt into their corners.
import type { Kind } from './kind.js';

export const medicalScan: Kind = {
  id: 'medical-scan',
  label: 'medical',
  minWeight: 5,
  maxCharacters: 900,
  cues: [
    // Grey on black, as such devices draw.
    { weight: 3, shape: 'grey-scan' },
    {
      weight: 2,
      pattern:
        /\b(?:DOB|Geb|N[ée]\(?e?\)? le|F\.?\s?Nac)\b|^[A-Z]{2,}\s?\^\s?[A-Z]{2,}|\b[MF]\s?[/,]?\s?0?\d{1,2}\s?Y\b|\b0\d\dY\b/i,
    },
    // Windows of grey, exposure, echo times, slices, acoustic output.
    { weight: 2, pattern: /\bW[WL]?\s?:?\s?-?\d{2,4}\s*[,/;|]?\s*[CL][WL]?\s?:?\s?-?\d{1,4}\b/i },
    { weight: 2, pattern: /\b\d{2,3}\s?kVp?\b|\bk[Vv]p?\s?:?\s?\d{2,3}\b/ },
    { weight: 2, pattern: /\b\d{1,4}(?:[.,]\d)?\s?mAs\b|\bmAs\s?:?\s?\d{1,4}\b/ },
    {
      weight: 2,
      pattern:
        /\bT[RE]\s?:?\s?\d{1,5}(?:[.,]\d+)?\b|\b(?:DFOV|FOV|Thk|ST|SL|SP|Slice)\s?:?\s?\d{1,3}(?:[.,]\d+)?\s?(?:cm|mm)?\b/,
    },
    { weight: 2, pattern: /\b(?:Se|Im|Series|Image)\s?[:#]?\s?\d{1,4}(?:\s?\/\s?\d{1,4})?\b/ },
    {
      weight: 2,
      pattern:
        /\b(?:MI|TI[SBC]?)\s?:?\s?[01][.,]\d\b|\b\d{1,2}\s?(?:dB|fps|Hz)\b|\b\d{1,2}(?:[.,]\d)?\s?MHz\b|\bGn\s?\d+|\bFrq?\b/i,
    },
    // Measures of an unborn child.
    {
      weight: 3,
      pattern:
        /\b(?:GA|CRL|BPD|HC|AC|FL|EFW)\s?[=:]?\s?\d+(?:[.,]\d+)?\s?(?:w|mm|cm|g)\b|\bGA\s?[=:]?\s?\d{1,2}w\s?\d?d?/,
    },
    {
      weight: 2,
      more: 1,
      words: {
        en: 'axial, sagittal, coronal, portable, supine, erect, upright, lateral, chest pa, chest ap, ap portable, mri, magnetic resonance, ct scan, ultrasound, contrast, flair, t 2 weighted, accession, study date, patient id, bpd, gestational age, zoom, gynecology, obstetrics, obgyn, mammography, radiology, knee, spine',
        fr: 'axiale, sagittale, coronale, profil, debout, couche, radiologie, echographie, irm, scanner',
        de: 'axial, sagittal, koronar, stehend, liegend, radiologie, rontgen, sonographie, seitlich',
        es: 'sagital, radiologia, ecografia, resonancia, lateral, decubito',
        it: 'sagittale, radiologia, ecografia, risonanza, laterale, supino',
        pt: 'sagital, radiologia, ecografia, ressonancia, perfil',
        nl: 'radiologie, echografie, sagittaal, liggend, staand',
      },
    },
    {
      weight: 1,
      words: {
        en: 'hospital, clinic, medical center, imaging, diagnostic imaging',
        fr: 'hopital, clinique, chu, imagerie',
        de: 'klinikum, krankenhaus, praxis',
        es: 'hospital, clinica',
        it: 'ospedale, clinica',
        pt: 'hospital, clinica',
        nl: 'ziekenhuis, kliniek',
      },
    },
  ],
  examples: {
    true: [
      ['TULLY^ANNA | Hospital of Utopia', 'DOB: 12.08.1974', 'W: 400 L: 40', 'Im: 12/40'],
      ['MI 1.2 | TIs 0.4', 'Utopia Clinic, Obstetrics', '4.0 MHz', '12:40:11'],
      ['120 kVp | 200 mAs', 'AP PORTABLE', 'TULLY, ANNA'],
    ],
    false: [
      ['Radio Utopia', '101.2 MHz', 'On air'],
      ['Knee pads', 'Size M', 'Portable'],
    ],
  },
};
