// Captions shared by all kinds of identity documents.
import type { WordCue } from './kind.js';

export const BIRTH: WordCue = {
  weight: 1,
  words: {
    en: 'date of birth, place of birth, dob, born on, birth date, year of birth',
    fr: 'date de naissance, lieu de naissance, ne le, nee le, ne e le',
    de: 'geburtsdatum, geburtsort, geburtstag, geboren am',
    es: 'fecha de nacimiento, lugar de nacimiento',
    it: 'data di nascita, luogo di nascita, luogo e data di nascita, nato il, nata il',
    pt: 'data de nascimento, local de nascimento, data nascimento',
    nl: 'geboortedatum, geboorteplaats, datum en plaats van geboorte',
    other:
      'data urodzenia, fodselsdato, fodselsdag, fodelsedatum, datum narozeni, syntymaaika, dogum tarihi, data nasterii, tarikh lahir, tanggal lahir',
  },
};

export const NAME_WORDS: WordCue = {
  weight: 1,
  words: {
    en: 'surname, given names, given name, forename, forenames, first name, last name, full name, fathers name',
    fr: 'prenoms, prenom s, nom de famille, nom d usage, nom prenom',
    de: 'familienname, vorname, vornamen, geburtsname',
    es: 'apellidos, primer apellido, nombres, nombre y apellidos',
    it: 'cognome, cognome e nome',
    pt: 'apelido, apelidos, sobrenome, nome completo, nomes proprios, filiacao',
    nl: 'achternaam, voornamen, voornaam',
    other:
      'nazwisko, imiona, efternavn, etternavn, efternamn, fornavn, fornamn, sukunimi, prijmeni, jmeno, soyadi, prenume',
  },
};

const NATIONALITY: WordCue = {
  weight: 1,
  words: {
    en: 'nationality, citizenship',
    fr: 'nationalite',
    de: 'staatsangehorigkeit, staatsburgerschaft',
    es: 'nacionalidad',
    it: 'nazionalita, cittadinanza',
    pt: 'nacionalidade',
    nl: 'nationaliteit',
    other: 'obywatelstwo, nationalitet, statsborgerskap, kansalaisuus, statni obcanstvi, uyrugu, cetatenie',
  },
};

export const VALIDITY: WordCue = {
  weight: 1,
  words: {
    en: 'date of issue, date of expiry, expiry date, expiration date, date of expiration, date of issuance, date issued, valid until, valid till, valid thru, issued on, expires',
    fr: 'date de delivrance, date d expiration, date d emission, valable jusqu au, delivre le, date d echeance',
    de: 'gultig bis, ausstellungsdatum, datum der ausstellung, ausgestellt am, tag der ausstellung',
    es: 'fecha de expedicion, fecha de caducidad, valido hasta, fecha de vencimiento, validez, fecha de emision',
    it: 'data di rilascio, data di scadenza, scadenza, valida fino al, rilasciata il, emissione',
    pt: 'data de emissao, data de validade, valido ate, data de expedicao, validade',
    nl: 'datum van afgifte, geldig tot, datum afgifte, datum verstrek',
    other:
      'data wydania, data waznosci, termin waznosci, udstedelsesdato, giltig till, gyldig til, platnost do, gecerlilik, vigencia, data expirarii',
  },
};

export const AUTHORITY: WordCue = {
  weight: 1,
  words: {
    en: 'authority, issuing authority, issued by, place of issue',
    fr: 'autorite, delivre par, autorite de delivrance, prefecture',
    de: 'behorde, ausstellende behorde, ausstellungsbehorde',
    es: 'autoridad, autoridad expedidora, expedido por',
    it: 'autorita, rilasciato da, comune di',
    pt: 'autoridade, entidade emissora, orgao emissor',
    nl: 'autoriteit, afgegeven door, instantie',
    other: 'organ wydajacy, myndighed, myndighet, viranomainen, vydal, makam',
  },
};

export const SEX: WordCue = {
  weight: 1,
  words: {
    en: 'sex, gender, sex m, sex f, height, eye colour, eyes, hgt, wgt',
    fr: 'sexe, taille, couleur des yeux',
    de: 'geschlecht, grosse, groesse, augenfarbe',
    es: 'sexo, estatura',
    it: 'sesso, statura',
    pt: 'sexo, altura',
    nl: 'geslacht, lengte',
    other: 'plec, kon, sukupuoli, pohlavi, cinsiyet',
  },
};

/** The issuing state. On its own it is also printed on banknotes, stamps and letters. */
export const STATE: WordCue = {
  weight: 1,
  words: {
    en: 'republic of, kingdom of, government of, govt of, united states of america, united kingdom, commonwealth of, federation of, state of, union of, department of, ministry of, ministry of the interior',
    fr: 'republique francaise, royaume de, republique, confederation suisse, gouvernement du canada',
    de: 'bundesrepublik deutschland, republik osterreich, schweizerische eidgenossenschaft',
    es: 'reino de espana, republica de, estados unidos mexicanos, republica argentina, ministerio del interior',
    it: 'repubblica italiana, ministero dell interno',
    pt: 'republica portuguesa, republica federativa do brasil',
    nl: 'koninkrijk der nederlanden, koninkrijk belgie',
    other:
      'rzeczpospolita polska, ceska republika, kongeriket norge, kongeriget danmark, konungariket sverige, suomen tasavalta, turkiye cumhuriyeti, union europeenne, european union, europaische union',
  },
};

/** Printed on forms that ask for the same details, and on no document that contains them. */
export const FORM: WordCue = {
  weight: -3,
  words: {
    en: 'email, e mail, email address, phone, phone number, telephone, submit, continue, please print, application form, signature of applicant, applicant, password, sign up, register, emergency contact',
    fr: 'adresse electronique, courriel, telephone, valider, formulaire, mot de passe',
    de: 'e mail adresse, telefon, telefonnummer, absenden, antrag, antragsteller, formular, passwort',
    es: 'correo electronico, telefono, enviar, solicitud, solicitante, formulario, contrasena',
    it: 'indirizzo email, telefono, invia, modulo, richiedente, domanda di',
    pt: 'telefone, enviar, formulario, requerente, senha',
    nl: 'e mailadres, telefoonnummer, verzenden, aanvraag, aanvrager, formulier, wachtwoord',
    other: 'telefon, formularz, wniosek, puhelin, ansokan, soknad',
  },
};

/**
 * Everything printed on identity documents for travel or residence: passports, identity cards,
 * residence permits.
 */
export const PERSON_DOCUMENT: readonly WordCue[] = [
  FORM,
  BIRTH,
  NAME_WORDS,
  NATIONALITY,
  VALIDITY,
  AUTHORITY,
  SEX,
  STATE,
];
