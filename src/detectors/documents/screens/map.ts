// Maps and routes: where to go, how far it is and how long it takes.
import type { Screen } from '../kinds/kind.js';

export const map: Screen = {
  id: 'map',
  minWeight: 5,
  cues: [
    {
      weight: 3,
      words: {
        en: 'directions, your location, search here, fastest route, choose starting point, choose destination, arrive, arrival time, re centre, satellite, turn left, turn right, nearby restaurants, saved places, share location, live location, current location',
        fr: 'itineraire, itineraires, votre position, rechercher ici, meilleur itineraire, point de depart, choisir une destination, heure d arrivee, recentrer, tournez a gauche, tournez a droite, position actuelle',
        de: 'routenplaner, wegbeschreibung, mein standort, hier suchen, schnellste route, startpunkt, ziel auswahlen, ankunft, ankunftszeit, zentrieren, links abbiegen, rechts abbiegen, aktueller standort',
        es: 'como llegar, tu ubicacion, buscar aqui, busca aqui, ruta mas rapida, punto de partida, elegir destino, hora de llegada, centrar, gira a la izquierda, gira a la derecha, ubicacion actual',
        it: 'indicazioni stradali, indicazioni, la tua posizione, cerca qui, percorso piu veloce, punto di partenza, scegli destinazione, ora di arrivo, svolta a sinistra, svolta a destra, posizione attuale',
        pt: 'direcoes, como chegar, a sua localizacao, seu local, pesquise aqui, pesquisar aqui, trajeto mais rapido, ponto de partida, escolher destino, hora de chegada, vire a esquerda, vire a direita, localizacao atual',
        nl: 'routebeschrijving, je locatie, hier zoeken, snelste route, vertrekpunt, kies bestemming, aankomsttijd, centreren, sla linksaf, sla rechtsaf, huidige locatie',
      },
    },
    {
      weight: 1,
      words: {
        en: 'start, route, restaurants, hotels, petrol, gas, groceries, coffee, explore, saved, layers, steps, traffic, exit, home, work, parking',
        fr: 'demarrer, trajet, restaurants, hotels, essence, stations service, cafes, explorer, enregistres, etapes, circulation, sortie, domicile, travail, parkings',
        de: 'starten, route, restaurants, hotels, tankstellen, cafes, entdecken, gespeichert, verkehr, ausfahrt, zuhause, arbeit, parkplatze',
        es: 'iniciar, ruta, restaurantes, hoteles, gasolina, gasolineras, cafes, explorar, guardados, pasos, trafico, salida, casa, trabajo, aparcamiento',
        it: 'avvia, percorso, ristoranti, hotel, benzina, caffe, esplora, salvati, passaggi, traffico, uscita, casa, lavoro, parcheggi',
        pt: 'iniciar, rota, trajeto, restaurantes, hoteis, combustivel, postos, cafes, explorar, guardados, salvos, transito, saida, casa, trabalho, estacionamento',
        nl: 'starten, route, restaurants, hotels, tanken, tankstations, koffie, ontdekken, opgeslagen, verkeer, afslag, thuis, werk, parkeren',
      },
    },
    // Distance and duration.
    { weight: 2, pattern: /(?<![\d.,])\d{1,4}(?:[.,]\d{1,2})?\s?(?:km|mi|miles|m|ft|yd)\b/i },
    { weight: 2, pattern: /(?<![\d.,])\d{1,3}\s?(?:min|mins|minutes|minuti|minutos|minuten)\b/i },
    // Street names on their own, as maps print them along streets.
    {
      weight: 2,
      pattern:
        /^(?:(?:rue|avenue|boulevard|calle|avenida|via|viale|piazza|plaza|rua|travessa) [\p{L}' .-]{3,25}|[\p{L}' .-]{3,25}(?:\s?(?:street|st|road|rd|avenue|ave|lane)|\s?stra(?:ß|ss)e|weg|gasse|platz|allee|straat|laan|plein))$/iu,
      times: 2,
    },
    { weight: -3, shape: 'amounts' },
    { weight: -2, shape: 'running-text' },
  ],
  examples: {
    true: [
      ['Search here', 'Restaurants | Petrol | Hotels', 'Shore Road', 'Mill Lane', 'Zenith'],
      ['Your location', 'Mill Lane', '12 min', '4.2 km', 'Start'],
      ['Votre position', 'Rue du Lac', '12 min', '4,2 km', 'Démarrer'],
      ['Mein Standort', 'Seestraße', '12 Min', '4,2 km', 'Starten'],
      ['Tu ubicación', 'Calle del Lago', '12 min', '4,2 km', 'Iniciar'],
      ['La tua posizione', 'Via del Lago', '12 min', '4,2 km', 'Avvia'],
      ['A sua localização', 'Rua do Lago', '12 min', '4,2 km', 'Iniciar'],
      ['Je locatie', 'Meerlaan', '12 min', '4,2 km', 'Starten'],
    ],
    false: [
      ['Running', '5.2 km', '31 min', '412 kcal', 'Well done'],
      ['Zenith Marathon', '42.2 km', 'Start 9:00'],
      ['Home', 'Work', 'Explore', 'Settings', 'Saved'],
    ],
  },
};
