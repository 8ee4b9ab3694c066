#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# forms/geo/*.tsv from the npm package @etalab/decoupage-administratif (see forms/geo/README.md).
# Needs npm and node, once a year; the tables are committed, so building needs neither.
#   packaging/geo.sh [VERSION]
set -eu
cd "$(dirname "$0")/.."
version=${1:-6.0.0}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$work" && npm pack --silent "@etalab/decoupage-administratif@$version" && tar xzf ./*.tgz)
mkdir -p forms/geo
node - "$work/package/data" forms/geo <<'SCRIPT'
const fs = require('fs')
const [from, to] = process.argv.slice(2)
const read = name => JSON.parse(fs.readFileSync(`${from}/${name}.json`, 'utf8'))
const write = (name, header, rows) =>
  fs.writeFileSync(`${to}/${name}.tsv`, [header, ...rows].map(row => row.join('\t') + '\n').join(''))
const by_code = (a, b) => (a.code < b.code ? -1 : 1)

const all = read('communes')
// Paris, Lyon and Marseille are listed by arrondissement: 69003 finds "Lyon 3e".
const districts = all.filter(one => one.type === 'arrondissement-municipal')
const divided = new Set(districts.map(one => one.commune))
const communes = all
  .filter(one => one.type === 'commune-actuelle' && !divided.has(one.code))
  .concat(districts)
  .filter(one => one.codesPostaux && one.codesPostaux.length > 0) // nobody lives on the others
  .sort(by_code)
write('communes', ['code', 'name', 'postal_codes'], communes.map(one =>
  [one.code, one.nom.replace(/ Arrondissement$/, ''), one.codesPostaux.join(' ')]))

write('departements', ['code', 'name', 'region'], read('departements').sort(by_code)
  .map(one => [one.code, one.nom, one.region]))
write('regions', ['code', 'name'], read('regions').sort(by_code).map(one => [one.code, one.nom]))
SCRIPT
wc -l forms/geo/*.tsv
