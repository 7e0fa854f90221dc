#compdef lockstep
# Completion of the command 'lockstep' for zsh, written by: lockstep completion zsh

_lockstep() {
  local -a reply_lines candidates shown
  local line kind program=${(Q)words[1]}
  program=${program/#\~\//$HOME/}
  reply_lines=("${(@f)$("$program" __complete zsh "${(@Q)words[2,CURRENT]}" 2>/dev/null </dev/null)}")
  kind=$reply_lines[1]
  shift reply_lines

  if [[ $kind == :files ]]; then
    [[ $PREFIX == --*=* ]] && compset -P '*='
    _files
    return
  fi
  for line in $reply_lines; do
    candidates+=("${line%%$'\t'*}")
    if [[ $line == *$'\t'* ]]; then
      shown+=("${line%%$'\t'*}  -- ${line#*$'\t'}")
    else
      shown+=("$line")
    fi
  done
  (( $#candidates )) || return 1
  if [[ $kind == :assign ]]; then
    compadd -l -S '' -d shown -a candidates
  else
    compadd -l -d shown -a candidates
  fi
}

if [[ $funcstack[1] == _lockstep ]]; then
  _lockstep "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit; }
  compdef _lockstep lockstep
fi
