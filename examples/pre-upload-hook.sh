#!/bin/sh
# Refuses to upload photos that lenscap flags.
#
#   pre-upload-hook.sh FILE-OR-FOLDER...
#
# Run it before the program that uploads:
#
#   pre-upload-hook.sh holiday/ && rclone copy holiday/ remote:holiday
#
# It prints nothing and exits with 0 only if every photo was examined in full and none has a finding
# of the severity below. Otherwise it names each photo that is held back, says why, and exits with
# the code of lenscap:
#   1  a photo would give something away
#   2  lenscap was called wrongly or is not installed correctly
#   3  a photo could not be examined in full, so it may not be safe
# Other files, such as a PDF in the folder, are not examined and hold nothing back.
#
# Two variables change it:
#   LENSCAP          the command, quoted as for a shell:
#                    LENSCAP='node "/opt/my tools/lenscap/bin/lenscap.js"'
#   LENSCAP_FAIL_ON  the severity that is refused: critical, high (the default), medium or low,
#                    and everything above it
#
# To upload the safe photos and keep the others, no hook is needed: lenscap lists the safe ones.
# Flagged photos and photos that were not examined in full are never in that list. Its paths begin
# with the folder as it was typed, so both programs start in the same folder (the dot):
#
#   lenscap scan DCIM --format paths --select safe -0 | rsync -a --from0 --files-from=- . backup:photos/
#   lenscap scan DCIM --format paths --select safe | rclone copy --files-from-raw - . remote:photos
#
# Both copy DCIM/IMG_0001.JPG to photos/DCIM/IMG_0001.JPG. With an absolute folder, as in
# "lenscap scan /media/phone/DCIM", write / instead of the dot. A name with a line break needs -0,
# which rclone does not read: lenscap leaves such a photo out of the list and names it.

set -u

refuse() {
  printf 'pre-upload hook: nothing was let through: %s\n' "$2" >&2
  exit "$1"
}

if [ "$#" -eq 0 ]; then
  refuse 2 'no files were named; name the files or folders to upload'
fi

if [ -z "${LENSCAP:-}" ]; then
  if command -v lenscap >/dev/null 2>&1; then
    LENSCAP=lenscap
  elif [ -x node_modules/.bin/lenscap ]; then
    # Not npx: it asks the registry if the program is missing.
    LENSCAP=node_modules/.bin/lenscap
  else
    refuse 2 'lenscap was not found; install it, or set LENSCAP to the command'
  fi
fi
severity=${LENSCAP_FAIL_ON:-high}

# eval reads LENSCAP as a shell does. The file names are expanded inside it, never read as commands.
# After the two dashes, a name that looks like an option is a file.
eval "$LENSCAP"' check --fail-on "$severity" -- "$@"'
code=$?

case $code in
  0) exit 0 ;;
  1) refuse 1 'the photos above would give something away; remove them and try again' ;;
  2) refuse 2 'lenscap could not scan; the lines above say why' ;;
  3) refuse 3 'not every photo could be examined in full; check the files above yourself' ;;
  126 | 127) refuse 2 'the command in LENSCAP could not be run; see the line above' ;;
  *) refuse "$code" "lenscap was interrupted (exit code $code); the photos were not checked" ;;
esac
