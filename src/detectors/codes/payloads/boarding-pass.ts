// Boarding passes (IATA resolution 792, BCBP). The mandatory items have fixed positions; `bcbp`
// reads the conditional items after them.
import { type BarcodedBoardingPass, decode, type Leg } from 'bcbp';
import { omitEmpty } from './fields.js';
import type { Payload } from './payload.js';

/**
 * Format and number of legs, name, ticket indicator, booking code, airports, carrier, flight, day
 * of the year, cabin, seat, sequence number, status, size of the rest.
 */
const MANDATORY = new RegExp(
  [
    /^M[1-9]/,
    /[\p{L}\d /'.-]{20}/u,
    /[A-Z ]/,
    /[A-Z0-9 ]{7}/,
    /[A-Z]{3}[A-Z]{3}/,
    /[A-Z0-9 ]{3}/,
    /[0-9 ]{4}[A-Z0-9 ]/,
    /[0-9 ]{3}/,
    /[A-Z ]/,
    /[0-9A-Z ]{4}/,
    /[0-9A-Z ]{5}/,
    /[0-9A-Z ]/,
    /[0-9A-F]{2}/,
  ]
    .map(({ source }) => source)
    .join(''),
  'iu',
);
/**
 * Characters of the first leg without its conditional items. The last two give the size of the
 * conditional items, in hexadecimal.
 */
const LENGTH = 60;

export function boardingPassCode(text: string): Payload | null {
  if (!MANDATORY.test(text)) return null;
  const more = Number.parseInt(text.slice(LENGTH - 2, LENGTH), 16);
  const fields = fieldsOf(decode(text));
  return { label: 'boarding-pass', kind: 'boarding-pass', fields, isWhole: text.length >= LENGTH + more };
}

function fieldsOf({ data }: BarcodedBoardingPass): Payload['fields'] {
  const legs = data?.legs ?? [];
  const each = (value: (leg: Leg) => string | undefined): string[] =>
    [...new Set(legs.map(value))].filter((one): one is string => one !== undefined && one.trim() !== '');
  return omitEmpty({
    name: data?.passengerName,
    bookingCode: each(({ operatingCarrierPNR }) => operatingCarrierPNR),
    flight: each(({ operatingCarrierDesignator = '', flightNumber = '' }) => operatingCarrierDesignator + flightNumber),
    route: each(({ departureAirport = '', arrivalAirport = '' }) => departureAirport + arrivalAirport),
    frequentFlyerNumber: each(memberNumber),
  });
}

/**
 * Some airlines write the items one place off. Then a letter of the airline is in front of the
 * number, or the first digit of the number is at the end of the airline.
 */
function memberNumber({ frequentFlyerAirlineDesignator = '', frequentFlyerNumber = '' }: Leg): string {
  const number = frequentFlyerNumber.trim();
  const [, first = ''] = /^.+\s(\d)$/.exec(frequentFlyerAirlineDesignator) ?? [];
  return first + number.replace(/^[A-Z0-9]{1,2}\s+(?=\S)/, '');
}
