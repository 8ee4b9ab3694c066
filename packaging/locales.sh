#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The texts of the program and of forms/ → locales/*.pot, then into each locales/<language>/<domain>.po.
#   packaging/locales.sh           update the catalogues (new messages arrive untranslated)
#   packaging/locales.sh --check   change nothing; fail when a message has no translation, when a
#                                  translation loses an argument, or when an entry is fuzzy
# GUICHET_TOOLS names a folder that holds forms_texts and check_arguments (ctest gives it);
# without it they are compiled into a temporary folder.
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ -z "${GUICHET_TOOLS:-}" ]; then
    GUICHET_TOOLS=$work
    c++ -std=c++20 -o "$work/forms_texts" locales/forms_texts.cpp -lyaml-cpp
    c++ -std=c++20 -o "$work/check_arguments" locales/check_arguments.cpp
fi

find kiosk -name '*.[ch]pp' | LC_ALL=C sort >"$work/sources"
xgettext --force-po --language=C++ --from-code=UTF-8 --keyword --keyword=tr:1 --keyword=tr_count:1,2 \
    --add-comments=TRANSLATORS --add-location=file --package-name=guichet --no-wrap \
    --files-from="$work/sources" --output="$work/ui.all"
# A date would change the file at each run.
sed '/^"POT-Creation-Date/d' "$work/ui.all" >"$work/ui.pot"
"$GUICHET_TOOLS/forms_texts" forms >"$work/forms.pot"

# The head of a catalogue; msginit would fill the English one with French.
new_catalogue() {
    case $1 in
    ar) plurals='nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5;' ;;
    *) plurals='nplurals=2; plural=n != 1;' ;;
    esac
    printf 'msgid ""\nmsgstr ""\n'
    printf '"%s\\n"\n' 'Project-Id-Version: guichet' "Language: $1" 'MIME-Version: 1.0' \
        'Content-Type: text/plain; charset=UTF-8' 'Content-Transfer-Encoding: 8bit' "Plural-Forms: $plurals"
}

merge() { # CATALOGUE: its messages brought up to date, in $work/merged.po
    msgmerge --quiet --no-fuzzy-matching --no-wrap --add-location=file \
        --output-file="$work/merged.po" "$1" "$work/$(basename "$1" .po).pot"
}

if [ "${1:-}" = --check ]; then
    status=0
    # xgettext sees only literals: tr(variable) would stay in French for ever.
    if find kiosk -name '*.[ch]pp' ! -path kiosk/i18n/message.hpp \
        -exec grep -Pzo '\btr(_count)?\(\s*[^"\s)][^\n]*' {} + | tr '\0' '\n' | grep .; then
        echo 'tr and tr_count take a literal' >&2
        status=1
    fi
    for catalogue in locales/*/*.po; do
        merge "$catalogue"
        for lack in untranslated only-fuzzy; do
            msgattrib --$lack --no-obsolete --no-wrap "$work/merged.po" |
                sed -n "s|^msgid \(\"..*\"\)$|$catalogue: $lack: \1|p" >"$work/lacking"
            [ ! -s "$work/lacking" ] || status=1
            cat "$work/lacking" >&2
        done
        "$GUICHET_TOOLS/check_arguments" "$catalogue" || status=1
    done
    exit $status
fi

cp "$work/ui.pot" "$work/forms.pot" locales/
for language in en ar; do
    for domain in ui forms; do
        catalogue=locales/$language/$domain.po
        mkdir -p "locales/$language"
        [ -e "$catalogue" ] || new_catalogue "$language" >"$catalogue"
        merge "$catalogue"
        if ! cmp -s "$work/merged.po" "$catalogue"; then
            # Renamed into place: a build at the same time never sees half a file.
            cp "$work/merged.po" "$catalogue.part"
            mv "$catalogue.part" "$catalogue"
        fi
        printf '%s: ' "$catalogue"
        msgfmt --statistics --output-file=/dev/null "$catalogue"
    done
done
