#!/bin/sh
# What the three compilers make of the sheets in sass_sheets: sassc (libsass), sass (Ruby Sass 3.7), and Dart Sass, whose
# program is the first argument (`node_modules/.bin/sass` of the npm package). Those named ruby_* are for Ruby Sass alone,
# those named dart_* for Dart Sass.
cd "$(dirname "$0")/sass_sheets" || exit 1
dart=${1:?the Dart Sass program}
for sheet in *.scss; do
  name=${sheet%.scss}
  for style in nested expanded compact compressed; do
    [ "${sheet#dart_}" = "$sheet" ] || continue
    [ "${sheet#ruby_}" != "$sheet" ] || sassc -t $style "$sheet" > "$name.libsass.$style.css" 2>/dev/null
    sass --no-cache --sourcemap=none -t $style "$sheet" > "$name.ruby-sass.$style.css" 2>/dev/null
  done
  [ "${sheet#ruby_}" = "$sheet" ] || continue
  for style in expanded compressed; do
    "$dart" --quiet --no-source-map --style=$style "$sheet" > "$name.dart-sass.$style.css" 2>/dev/null
  done
done
{ sassc --version; sass --version; "$dart" --version; } | sed 's/^/# /' > oracle.txt
