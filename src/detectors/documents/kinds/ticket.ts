// Tickets for trains, buses, concerts, cinemas and matches.
import type { Kind } from './kind.js';

export const ticket: Kind = {
  id: 'ticket',
  label: 'ticket',
  minWeight: 5,
  maxCharacters: 1500,
  cues: [
    {
      weight: 3,
      words: {
        en: 'e ticket, eticket, admit one, admission ticket, single ticket, return ticket, day ticket, ticket number, ticket no, booking reference, ticket holder, general admission, travelcard, day pass, parking ticket, off peak, anytime day, reservation number',
        fr: 'billet, billet electronique, e billet, titre de transport, a composter avant, billet aller, dossier voyage, place de concert, billet de train, a composter',
        de: 'fahrkarte, fahrschein, eintrittskarte, online ticket, einzelfahrschein, tageskarte, fahrausweis, handyticket, bahncard, sparpreis, flexpreis, auftragsnummer',
        es: 'billete, entrada general, billete de tren, localizador, titulo de viaje, billete sencillo, boleto',
        it: 'biglietto, titolo di viaggio, biglietto di corsa, biglietto ingresso, convalidare, codice biglietto, ingresso intero',
        pt: 'bilhete, ingresso, titulo de transporte, bilhete eletronico, bilhete simples, localizador',
        nl: 'vervoerbewijs, kaartje, toegangsbewijs, toegangskaart, enkele reis, dagretour, e ticket, treinkaartje',
        other: 'bilet, billett, billet, biljett, lippu, matkalippu, jizdenka, vstupenka, bilet normalny, karcis',
      },
    },
    {
      weight: 2,
      words: {
        en: 'seat, coach, carriage, row, gate, platform, departure, arrival, depart, arrive, from, to, adult, section, block, doors open, valid on, class, train, stand, standing, train no, outward',
        fr: 'voiture, place, depart, arrivee, classe, rang, porte, quai, tarif normal, plein tarif, adulte, passager',
        de: 'wagen, sitzplatz, abfahrt, ankunft, gleis, klasse, reihe, block, erwachsene, einlass, beginn, gultig ab, hinfahrt',
        es: 'coche, asiento, plaza, salida, llegada, fila, clase, puerta, tren, adulto, zona, butaca',
        it: 'carrozza, posto, partenza, arrivo, classe, fila, settore, binario, treno, adulti',
        pt: 'carruagem, lugar, partida, chegada, fila, classe, setor, comboio, portao, cadeira',
        nl: 'rij, stoel, vertrek, aankomst, spoor, klasse, vak, trein, volwassene, rijtuig',
        other: 'miejsce, wagon, rzad, odjazd, przyjazd, vogn, plads, vagn, plats, paikka, vaunu, sedadlo, koltuk',
      },
    },
    {
      weight: 1,
      words: {
        en: 'concert, cinema, theatre, stadium, museum, railway, rail, bus, metro, live, tour, match, festival, screen, airport',
        fr: 'concert, cinema, theatre, stade, musee, sncf, ratp, tgv, train',
        de: 'konzert, kino, theater, stadion, museum, deutsche bahn, ice, bus, verkehrsverbund',
        es: 'concierto, cine, teatro, estadio, museo, renfe, autobus, metro',
        it: 'concerto, cinema, teatro, stadio, museo, trenitalia, autobus, italo',
        pt: 'concerto, cinema, teatro, estadio, museu, comboios de portugal, metro, onibus',
        nl: 'concert, bioscoop, theater, stadion, museum, ns, bus',
      },
    },
    { weight: 1, pattern: /(?<!\d)(?:[01]?\d|2[0-3])[:h.][0-5]\d(?!\d)/i },
    { weight: -2, shape: 'amounts' },
  ],
  examples: {
    true: [
      ['UTOPIA RAILWAY', 'E-TICKET', 'From | To', 'Coach 12 | Seat 41', 'Departure 14:05'],
      ['BILLET', 'SNCF', 'Voiture 12 | Place 41', 'Départ 14h05'],
      ['EINTRITTSKARTE', 'Konzert', 'Reihe 4 | Sitzplatz 12', 'Einlass 19:00'],
      ['ADMIT ONE', 'Row F | Seat 12'],
    ],
    false: [
      ['TICKETS', 'and information'],
      ['Platform 4', 'Departure 14:05', 'to Utopia'],
    ],
  },
};
