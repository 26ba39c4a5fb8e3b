# Sourced by ./dondoc, ./check, ./tidy and ./bench: finds a JDK the sources can be built with.
# In a locale of bare ASCII the virtual machine could not name a file with Vietnamese letters.
[ "$(locale charmap 2>/dev/null)" = UTF-8 ] || export LC_ALL=C.UTF-8

# The major version a JDK says in its own release file; 0 when it is none.
major_of() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || { echo 0; return; }
  major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  echo "${major:-0}"
}

find_jdk() {
  on_path=$(command -v javac 2>/dev/null) && on_path=$(readlink -f "$on_path") &&
    on_path=$(dirname "$(dirname "$on_path")")
  for home in "${JAVA_HOME:-}" "${on_path:-}" /usr/lib/jvm/* "${HOME:-/}"/.sdkman/candidates/java/* \
    "${HOME:-/}"/.jdks/* /opt/* /usr/local/*jdk* /usr/local/java/*; do
    [ -n "$home" ] && [ "$(major_of "$home")" -ge 25 ] && { echo "$home"; return; }
  done
  return 1
}

# One plain sentence, Vietnamese unless DONDOC_LANG=en.
say() {
  if [ "${DONDOC_LANG:-vi}" = en ]; then echo "$2" >&2; else echo "$1" >&2; fi
}

refuse() {
  say "$1" "$2"
  exit 2
}

JAVA_HOME=$(find_jdk) ||
  refuse "Cần Java 25 trở lên mà máy này chưa có: cài gói openjdk-25-jdk (Debian, Ubuntu) hoặc temurin-25-jdk (adoptium.net), rồi chạy lại." \
    "Java 25 or newer is needed and is not here: install the package openjdk-25-jdk (Debian, Ubuntu) or temurin-25-jdk (adoptium.net), then run it again."
export JAVA_HOME
# Maven's own libraries still use what newer virtual machines warn about.
MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
export MAVEN_OPTS
