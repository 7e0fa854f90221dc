# Completion of the command 'lockstep' for bash, written by: lockstep completion bash

_lockstep() {
  local program word line kind reply current i join=
  local words=()
  COMPREPLY=()
  # Bash cuts words at '=': put them together again, and take quotes off.
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]//[\"\'\\]/}
    if [[ ${COMP_WORDS[i]} == = && ${#words[@]} -gt 0 ]]; then
      words[${#words[@]} - 1]+='='
      join=yes
    elif [[ -n $join ]]; then
      words[${#words[@]} - 1]+=$word
      join=
    else
      words+=("$word")
    fi
  done
  [[ ${#words[@]} -gt 0 ]] || return 0
  current=${words[${#words[@]} - 1]}
  program=${COMP_WORDS[0]//[\"\'\\]/}
  [[ $program != '~/'* ]] || program=$HOME/${program#'~/'}

  reply=$("$program" __complete bash "${words[@]}" 2>/dev/null </dev/null) || return 0
  while IFS= read -r line; do
    if [[ -z $kind ]]; then
      kind=$line
    elif [[ -n $line ]]; then
      # Only what stands behind the '=' is replaced.
      if [[ $current == *=* && $COMP_WORDBREAKS == *=* ]]; then
        line=${line#*=}
      fi
      COMPREPLY+=("$line")
    fi
  done <<<"$reply"

  if [[ $kind == :files ]]; then
    if type compopt >/dev/null 2>&1; then
      compopt -o default
    else
      while IFS= read -r line; do
        COMPREPLY+=("$line")
      done < <(compgen -f -- "${current##*=}")
    fi
  elif [[ $kind == :assign ]] && type compopt >/dev/null 2>&1; then
    compopt -o nospace
  fi
}

complete -F _lockstep lockstep
