// The registry of document kinds. Of two kinds that match equally well, the first one wins.
import { accountDetails } from './account-details.js';
import { bankStatement } from './bank-statement.js';
import { boardingPass } from './boarding-pass.js';
import { certificate } from './certificate.js';
import { cheque } from './cheque.js';
import { contract } from './contract.js';
import { drivingLicence } from './driving-licence.js';
import { envelope } from './envelope.js';
import { healthCard } from './health-card.js';
import { identityCard } from './identity-card.js';
import { invoice } from './invoice.js';
import type { Kind } from './kind.js';
import { letter } from './letter.js';
import { medicalRecord } from './medical-record.js';
import { medicalScan } from './medical-scan.js';
import { memberCard } from './member-card.js';
import { passport } from './passport.js';
import { paySlip } from './pay-slip.js';
import { paymentCard } from './payment-card.js';
import { paymentCardBack } from './payment-card-back.js';
import { paymentSlip } from './payment-slip.js';
import { prescription } from './prescription.js';
import { receipt } from './receipt.js';
import { residencePermit } from './residence-permit.js';
import { studentCard } from './student-card.js';
import { taxForm } from './tax-form.js';
import { ticket } from './ticket.js';
import { visa } from './visa.js';

export const KINDS: readonly Kind[] = [
  passport,
  visa,
  residencePermit,
  drivingLicence,
  identityCard,
  paymentCardBack,
  paymentCard,
  healthCard,
  studentCard,
  memberCard,
  cheque,
  paySlip,
  accountDetails,
  paymentSlip,
  bankStatement,
  taxForm,
  invoice,
  receipt,
  prescription,
  medicalRecord,
  medicalScan,
  contract,
  certificate,
  letter,
  envelope,
  boardingPass,
  ticket,
];
