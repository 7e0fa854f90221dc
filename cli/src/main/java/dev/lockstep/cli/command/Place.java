package dev.lockstep.cli.command;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place on a command line where a name is to stand.
 *
 * @param path the words of the command, such as {@code secret}, {@code get}
 * @param option the option whose value it is, by its longest name, or null for a positional one
 * @param label what help calls the value, such as {@code NAME}
 * @param positionals the positional arguments before it
 * @param options the values of options that were given before it, by their longest names
 */
public record Place(
    List<String> path,
    @Nullable String option,
    String label,
    List<String> positionals,
    Map<String, String> options) {}
