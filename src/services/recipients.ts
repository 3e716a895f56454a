// What a service and a recipient get of a photo, by the way in which it is shared. Reports by
// others; most of them carry no date, and of some only the fact was noted.
import type { ClaimSource, Statement } from './profile.js';

export interface SharingWay {
  readonly id: string;
  /** `as a post on Facebook or Instagram`. */
  readonly way: string;
  /** What the service itself gets. */
  readonly service: string;
  /** What the recipient gets. */
  readonly recipient: string;
  /** Empty where the source was not noted. */
  readonly reported: readonly ClaimSource[];
  readonly against?: readonly Statement[];
}

const undated = (by: string): ClaimSource => ({ by, on: null });

export const SHARING_WAYS: readonly SharingWay[] = [
  {
    id: 'facebook-instagram-post',
    way: 'a post on Facebook or Instagram',
    service: 'the file with its metadata',
    recipient: 'the picture without EXIF',
    reported: [undated('a test by timestampcamera.net')],
  },
  {
    id: 'whatsapp-photo',
    way: 'WhatsApp, as a photo',
    service: 'a compressed picture, in most tests without EXIF',
    recipient: 'the same',
    reported: [undated('geotag.world'), undated('stripit.maneo.house')],
    against: [{ text: 'One of these tests disagrees.', reported: [] }],
  },
  {
    id: 'document-or-file',
    way: 'WhatsApp, a mail or a messenger, as a document or file',
    service: 'the file as it is',
    recipient: 'the file as it is',
    reported: [],
  },
  {
    id: 'imessage',
    way: 'iMessage',
    service: 'nothing that it can read: end-to-end encrypted',
    recipient: 'the file with its metadata',
    reported: [undated('geotag.world')],
  },
  {
    id: 'google-photos-link',
    way: 'a link of Google Photos',
    service: 'the file with its metadata; estimates places as well',
    recipient: 'the file; new links leave out the location by default',
    reported: [],
  },
  {
    id: 'icloud-shared-album',
    way: 'a shared album of iCloud Photos',
    service: 'the file with its metadata',
    recipient: 'the file; the location is left out according to one weak source',
    reported: [],
  },
];
