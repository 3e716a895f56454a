// What the codes detector declares: the kinds of payload, and the fields that can be read from
// each.
import type { Declaration } from '../declaration.js';

/** Every code has these: its format as zxing names it, the kind of payload, and the whole text. */
const CODE = { format: 'shown', kind: 'shown', text: 'hidden' } as const;

export const CODES = {
  id: 'codes',
  title: 'codes',
  needs: ['pixels'],
  labels: {
    'wifi-password': { ...CODE, network: 'hidden', password: 'hidden' },
    'otp-secret': { ...CODE, secret: 'hidden', account: 'hidden', issuer: 'hidden' },
    'account-link': { ...CODE, service: 'shown' },
    'driving-licence-code': {
      ...CODE,
      documentNumber: 'hidden',
      name: 'hidden',
      birthDate: 'year',
      expiryDate: 'year',
      address: 'hidden',
      country: 'shown',
    },
    'boarding-pass': {
      ...CODE,
      name: 'hidden',
      bookingCode: 'hidden',
      flight: 'hidden',
      route: 'hidden',
      frequentFlyerNumber: 'hidden',
    },
    'contact-card': {
      ...CODE,
      name: 'hidden',
      phone: 'hidden',
      email: 'hidden',
      address: 'hidden',
      birthDate: 'year',
    },
    'payment-code': { ...CODE, account: 'hidden', recipient: 'hidden', amount: 'hidden', name: 'hidden' },
    'health-certificate': CODE,
    'link-with-token': CODE,
    code: {
      ...CODE,
      network: 'hidden',
      email: 'hidden',
      phone: 'hidden',
      title: 'hidden',
      address: 'hidden',
      latitude: 'degrees',
      longitude: 'degrees',
    },
  },
  models: [],
} as const satisfies Declaration;

export type CodeLabel = keyof typeof CODES.labels;
