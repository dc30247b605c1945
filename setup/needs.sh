#!/usr/bin/env bash
# What must the machine itself have? `needs.sh setup` for running, `needs.sh test` for the tests as well.
# On Debian what is missing is installed, if we may; elsewhere we say what to install.
set -euo pipefail

has() { command -v "$1" >/dev/null 2>&1; }
missing=()
need() { missing+=("$1"); }

"${PYTHON:-python3}" -c 'import ensurepip' 2>/dev/null || need python3-venv
if [ "${1:-setup}" = test ]; then
  has chromium || need chromium
  has initdb || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || need postgresql
  has java || need openjdk-17-jre-headless
  # Playwright brings its own Node, which wants this one library that a small Debian lacks.
  PATH=$PATH:/sbin ldconfig -p | grep 'libatomic\.so\.1' >/dev/null || need libatomic1
fi
# The faces of bulletins as PDF; without them the screenshots of the browser tests would show boxes, too.
[ -n "$(find /usr/share/fonts -name 'NotoSerifCJK*' -print -quit 2>/dev/null)" ] || need fonts-noto-cjk
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
[ "$(id -u)" = 0 ] || as_root=(sudo -n)
if has apt-get && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }; then
  echo "· 安装系统软件包 Installing Debian packages: ${missing[*]}"
  log=$(mktemp)
  if "${as_root[@]}" apt-get update -qq >"$log" 2>&1 &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -qq --no-install-recommends "${missing[@]}" </dev/null >>"$log" 2>&1; then
    rm -f "$log"
    exit 0
  fi
  tail -20 "$log" >&2
fi
if [ "${1:-setup}" = setup ] && [ "${missing[*]}" = fonts-noto-cjk ]; then
  echo "缺少中文字体，装好前不能生成通报文件 No bulletins as files before the Chinese fonts are installed: fonts-noto-cjk" >&2
  exit 0
fi
echo "请先安装 Please install first (Debian): sudo apt-get install ${missing[*]}" >&2
exit 1
