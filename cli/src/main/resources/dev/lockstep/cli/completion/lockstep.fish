# Completion of the command 'lockstep' for fish, written by: lockstep completion fish

function __lockstep_complete
    set -l words (commandline -opc)
    set -l program $words[1]
    set -e words[1]
    set -l current (commandline -ct)
    set -l reply ($program __complete fish $words "$current" 2>/dev/null </dev/null)
    set -l kind $reply[1]
    set -e reply[1]
    if test "$kind" = :files
        set -l before (string match -r -- '^--[^=]*=' $current)
        for path in (__fish_complete_path (string replace -r -- '^--[^=]*=' '' "$current"))
            printf '%s\n' "$before$path"
        end
    else if test (count $reply) -gt 0
        printf '%s\n' $reply
    end
end

complete -c lockstep -f -a '(__lockstep_complete)'
