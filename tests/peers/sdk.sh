# Sourced by ./keyline and ./test. need_sdk ROOT: fails with instructions unless the SDK that global.json names answers.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

need_sdk() {
  local version answer="there is no 'dotnet' on the path"
  if ! command -v dotnet >/dev/null && [ -x "$HOME/.dotnet/dotnet" ]; then export PATH="$PATH:$HOME/.dotnet"; fi
  if command -v dotnet >/dev/null && answer=$(cd "$1" && dotnet --version 2>&1); then return 0; fi
  version=$(sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' "$1/global.json" | head -1)
  {
    echo "Keyline needs the .NET SDK $version or a newer one of .NET ${version%.*.*}, and did not find it: $answer"
    echo "Get it, without root, with these two lines:"
    echo "  curl -fsSL https://dot.net/v1/dotnet-install.sh | bash -s -- --jsonfile '$1/global.json'"
    echo '  export PATH="$HOME/.dotnet:$PATH"'
    echo "or from https://dotnet.microsoft.com/download/dotnet/${version%.*}"
  } >&2
  return 69
}
