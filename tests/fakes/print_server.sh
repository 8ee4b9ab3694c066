#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A real cupsd of our own under DIR, listening on DIR/run/sock only, with one queue for each thing a printer does:
#   good       the paper comes out as DIR/out/printed
#   no_paper   out of paper
#   jammed     paper jam
#   refusing   gives the job up
#   stopping   stops itself
#   tray_two   says that its second tray is empty, and prints
#   asleep     does nothing and says nothing
# Usage: print_server.sh DIR        (stays in the foreground; needs root, as cupsd does)
set -euo pipefail
dir=$1
mkdir -p "$dir"/{root,bin/backend,spool,cache,run,out}
for part in filter daemon cgi-bin; do
    ln -sfn "/usr/lib/cups/$part" "$dir/bin/$part"
done
cat >"$dir/bin/backend/fake" <<EOF
#!/bin/sh
[ \$# -gt 0 ] || { echo 'direct fake "Unknown" "Fake"'; exit 0; }
case "\$DEVICE_URI" in
*no_paper) echo "STATE: +media-empty-error" >&2; sleep 60 ;;
*jammed) echo "STATE: +media-jam-error" >&2; sleep 60 ;;
*refusing) exit 5 ;;
*stopping) exit 4 ;;
*asleep) sleep 600 ;;
*tray_two) echo "STATE: +media-empty-warning" >&2; sleep 2; cat "\${6:--}" >"$dir/out/printed" ;;
*) cat "\${6:--}" >"$dir/out/printed" ;;
esac
EOF
chmod 755 "$dir/bin/backend/fake"
cat >"$dir/root/cups-files.conf" <<EOF
ServerRoot $dir/root
ServerBin $dir/bin
RequestRoot $dir/spool
CacheDir $dir/cache
StateDir $dir/run
AccessLog $dir/access
ErrorLog $dir/error
PageLog $dir/page
User lp
SystemGroup root
EOF
cat >"$dir/root/cupsd.conf" <<EOF
Listen $dir/run/sock
LogLevel warn
DefaultAuthType None
Browsing Off
PreserveJobFiles No
PreserveJobHistory 60
<Location />
Order allow,deny
Allow all
</Location>
<Policy default>
<Limit All>
Order deny,allow
Allow all
</Limit>
</Policy>
EOF
for queue in good no_paper jammed refusing stopping tray_two asleep; do
    printf '<Printer %s>\nDeviceURI fake:%s\nState Idle\nAccepting Yes\nErrorPolicy abort-job\n</Printer>\n' "$queue" "$queue"
done >"$dir/root/printers.conf"
chmod -R a+rX "$dir"
chmod a+rwx "$dir/out"
exec /usr/sbin/cupsd -f -c "$dir/root/cupsd.conf" -s "$dir/root/cups-files.conf"
