#!/bin/sh
# Refuses to let photos go where lenscap finds that they would give something away.
#
#   pre-upload-hook.sh FILE-OR-FOLDER...
#
# Put it before whatever uploads:
#
#   pre-upload-hook.sh holiday/ && rclone copy holiday/ remote:holiday
#
# It says nothing and exits 0 only if every photo was examined in full and none reached the severity below.
# Otherwise it names each file held back, says why it refuses, and exits with lenscap's own code:
#   1  a photo would give something away
#   2  lenscap was called wrongly or is not installed as it should be
#   3  a photo could not be examined in full, so nobody can say that it is safe
# Files that are no photos or videos (a PDF in the folder) are not looked at and do not hold anything back.
#
# Two variables change it:
#   LENSCAP          the command, quoted as for a shell: LENSCAP='node "/opt/my tools/lenscap/bin/lenscap.js"'
#   LENSCAP_FAIL_ON  refuse from this severity on: critical, high (the default), medium or low
#
# To send the safe photos and leave the others, no hook is needed: lenscap lists what may go. Photos with anything from
# medium on, and photos that were not examined in full, are never in that list. Its paths begin with the folder as you
# typed it, so start in the folder above and let the other program start there too (the dot):
#
#   cd /media/phone
#   lenscap scan DCIM --format paths --select safe -0 | rsync -a --from0 --files-from=- . backup:photos/
#   lenscap scan DCIM --format paths --select safe -0 | rclone copy --files-from0 - . remote:photos
#
# Both copy DCIM/IMG_0001.JPG to photos/DCIM/IMG_0001.JPG. With an absolute folder (lenscap scan /media/phone/DCIM) the
# other program starts at / instead of the dot. An older rclone has no --files-from0: leave out -0 and use
# --files-from-raw, and keep names with line breaks away from it.

set -u

refuse() {
  printf 'pre-upload hook: nothing was let through: %s\n' "$2" >&2
  exit "$1"
}

if [ "$#" -eq 0 ]; then
  refuse 2 'no files were named; say which files or folders are to be uploaded'
fi

if [ -z "${LENSCAP:-}" ]; then
  if command -v lenscap >/dev/null 2>&1; then
    LENSCAP=lenscap
  elif [ -x node_modules/.bin/lenscap ]; then
    # What npx would run, but npx asks the registry where the program is missing, and nothing here asks anybody.
    LENSCAP=node_modules/.bin/lenscap
  else
    refuse 2 'lenscap was not found; install it, or set LENSCAP to the command'
  fi
fi
severity=${LENSCAP_FAIL_ON:-high}

# eval reads LENSCAP as a shell would; the file names are expanded inside it and never read as commands.
# The two dashes keep a file named like an option from being one.
eval "$LENSCAP"' check --fail-on "$severity" -- "$@"'
code=$?

case $code in
  0) exit 0 ;;
  1) refuse 1 "the photos above would give something away; take them out and try again" ;;
  2) refuse 2 'lenscap could not do its work; the lines above say why' ;;
  3) refuse 3 'not every photo could be examined in full; look at the files above yourself' ;;
  126 | 127) refuse 2 'the command in LENSCAP could not be run; see the line above' ;;
  *) refuse "$code" "lenscap broke off (exit code $code), so nothing is known of the photos" ;;
esac
