// Boarding passes, on paper or on a screen.
import type { Kind } from './kind.js';

export const boardingPass: Kind = {
  id: 'boarding-pass',
  label: 'ticket',
  minWeight: 5,
  maxCharacters: 1500,
  cues: [
    {
      weight: 3,
      words: {
        en: 'boarding pass, boarding card, boarding time, boarding group',
        fr: 'carte d embarquement, carte d acces a bord, heure d embarquement',
        de: 'bordkarte, einsteigezeit',
        es: 'tarjeta de embarque, hora de embarque, pase de abordar',
        it: 'carta d imbarco, ora imbarco, imbarco',
        pt: 'cartao de embarque, hora de embarque, embarque',
        nl: 'instapkaart, instaptijd',
        other: 'karta pokladowa, ombordstigningskort, boardingkort, tarkastuskortti, palubni vstupenka, binis karti',
        cjk: '登机牌, 登機證, 搭乗券, 登机口, 航班',
      },
    },
    {
      weight: 2,
      words: {
        en: 'gate, seat, flight, flight no, zone, group, sequence, seq no, frequent flyer, terminal, class of travel, passenger name, name of passenger, gate closes, pnr, record locator, seq',
        fr: 'porte, siege, vol, passager, place',
        de: 'flug, flugsteig, sitz, sitzplatz, fluggast',
        es: 'puerta, asiento, vuelo, pasajero',
        it: 'uscita, volo, posto, passeggero',
        pt: 'portao, porta, voo, assento, passageiro, lugar',
        nl: 'vlucht, stoel, passagier',
        other: 'lot, wyjscie, miejsce, flyg, fly, ucus, koltuk, kapi',
      },
    },
    {
      weight: 2,
      pattern: /\b(?!GST|TEL|FAX)[A-Z][A-Z\d] ?\d{2,4}\b.*\b\d{1,2}[A-K]\b|^[A-Z]{3}\s*(?:-|–|>|→|TO|✈)\s*[A-Z]{3}$/,
    },
    { weight: 1, pattern: /^M1[A-Z]+\/[A-Z]+/ },
    {
      weight: 1,
      words: {
        en: 'airlines, airways, air, departure, from, to, passenger, economy, business class, priority, airport',
        fr: 'depart, destination',
        de: 'abflug, von, nach',
        es: 'salida, destino, origen',
        it: 'partenza, destinazione',
        pt: 'partida, destino, origem',
        nl: 'vertrek, bestemming, van, naar',
      },
    },
    { weight: 1, pattern: /(?<!\d)(?:[01]?\d|2[0-3])[:h][0-5]\d(?!\d)/ },
  ],
  examples: {
    true: [
      ['UTOPIA AIRLINES', 'BOARDING PASS', 'TULLY/ANNA', 'Flight UT 123 | Gate B12 | Seat 14A', '12:40'],
      ['BORDKARTE', 'Flug UT123', 'Flugsteig B12', 'Sitz 14A'],
      ["CARTE D'EMBARQUEMENT", 'Vol UT123', 'Porte B12', 'Siège 14A'],
    ],
    false: [
      ['Gate B12', 'Flight UT 123 to Utopia', '12:40'],
      ['BOARDING HOUSE', 'Rooms to let'],
    ],
  },
};
