#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the Debian 12 packages Guichet needs to be built, run and tested. Running it again changes nothing.
set -euo pipefail

build=(
    build-essential cmake ninja-build pkg-config ccache git gettext
    libimgui-dev libstb-dev libglfw3-dev libegl-dev libasound2-dev
    libtesseract-dev libleptonica-dev libsane-dev libpng-dev libpoppler-cpp-dev libzxing-dev
    libpango1.0-dev libexpected-dev libyaml-cpp-dev nlohmann-json3-dev libboost-locale-dev
    libcups2-dev libqpdf-dev libcli11-dev libre2-dev libcctz-dev
    librestinio-dev libasio-dev libhttp-parser-dev libfmt-dev libssl-dev libsodium-dev libcurl4-openssl-dev
    libsoci-dev libsqlite3-dev libpq-dev libqrencode-dev zlib1g-dev hunspell-fr-classical
)
run=(
    tesseract-ocr-fra tesseract-ocr-eng tesseract-ocr-osd iso-codes tzdata
    fonts-sil-andika fonts-noto-core fonts-material-design-icons-iconfont
    libgl1-mesa-dri
)
tests=(
    doctest-dev clang libclang-rt-14-dev clang-format clang-tidy
    xvfb xauth xdotool fonts-ocr-b poppler-utils qpdf cups printer-driver-cups-pdf sane-utils postgresql
    chromium
    nginx-light mosquitto openssl
)
# Node of another source brings its own npm, which Debian's would replace.
command -v node >/dev/null || tests+=(nodejs)
command -v npm >/dev/null || tests+=(npm)

missing=()
for package in "${build[@]}" "${run[@]}" "${tests[@]}"; do
    state=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$state" = installed ] || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then
    echo "setup: every package is there"
    exit 0
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || {
        echo "setup: as root, please: apt-get install ${missing[*]}" >&2
        exit 1
    }
    as_root=(sudo)
fi
echo "setup: installing ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -q
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"
