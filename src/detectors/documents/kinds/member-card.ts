// Cards of members, staff and customers: libraries, clubs, shops, work badges.
import type { Kind } from './kind.js';
import { NAME_WORDS, VALIDITY } from './person-words.js';

export const memberCard: Kind = {
  id: 'member-card',
  label: 'membership-card',
  minWeight: 5,
  maxCharacters: 500,
  cues: [
    {
      weight: 3,
      words: {
        en: 'membership card, member card, library card, loyalty card, staff card, employee id, employee card, staff pass, club card',
        fr: 'carte de membre, carte de fidelite, carte d adherent, carte de bibliotheque, carte professionnelle',
        de: 'mitgliedsausweis, mitgliedskarte, kundenkarte, bibliotheksausweis, dienstausweis, mitarbeiterausweis',
        es: 'tarjeta de socio, carne de socio, tarjeta de fidelidad, carne de biblioteca',
        it: 'tessera associativa, tessera socio, carta fedelta, tessera della biblioteca, tesserino',
        pt: 'cartao de socio, cartao de membro, cartao de fidelidade, cartao da biblioteca, carteira funcional',
        nl: 'ledenpas, lidmaatschapskaart, klantenkaart, bibliotheekpas, personeelspas',
        other: 'karta czlonkowska, karta biblioteczna, medlemskort, medlemskaart, jasenkortti',
      },
    },
    {
      weight: 2,
      words: {
        en: 'member no, member number, membership no, membership number, member since, card no, employee no, staff no',
        fr: 'no de membre, no adherent, membre depuis, no de carte',
        de: 'mitgliedsnummer, mitglieds nr, mitglied seit, kundennummer, karten nr',
        es: 'numero de socio, no de socio, socio desde',
        it: 'numero tessera, tessera n, socio dal',
        pt: 'numero de socio, socio no, membro desde',
        nl: 'lidnummer, lid sinds, pasnummer, klantnummer',
      },
    },
    NAME_WORDS,
    VALIDITY,
  ],
  examples: {
    true: [['UTOPIA ROWING CLUB', 'MEMBERSHIP CARD', 'Anna Tully', 'Member No. 1234', 'Valid until 12/2027']],
    false: [
      ['Become a member today', 'Ask for your loyalty card at the till and save on each visit', 'Points never expire'],
    ],
  },
};
